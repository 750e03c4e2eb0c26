package io.directcall.bridge.conference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jitsi.utils.dsi.DominantSpeakerIdentification;

/** Finds the dominant speaker by the audio levels, with the detector that Jitsi Videobridge uses. Thread-safe. */
final class SpeechActivity {
    private static final int MOST_PREVIOUS = 10;
    private static final int SILENT = 127;

    private final DominantSpeakerIdentification<String> detector = new DominantSpeakerIdentification<>();
    /** Who spoke, the dominant speaker first. */
    private final List<String> speakers = new CopyOnWriteArrayList<>();

    /** @param onChange told the new dominant speaker on the detector's thread */
    SpeechActivity(Consumer<String> onChange) {
        detector.addActiveSpeakerChangedListener(onChange::accept);
    }

    /** @param decibels below overload as in RFC 6464: 0 is loudest, 127 is silence */
    void level(String endpoint, int decibels) {
        detector.levelChanged(endpoint, SILENT - decibels);
    }

    synchronized void dominant(String endpoint) {
        speakers.remove(endpoint);
        speakers.add(0, endpoint);
    }

    synchronized void left(String endpoint) {
        speakers.remove(endpoint);
    }

    /** The dominant speaker first; empty as long as nobody spoke. */
    List<String> speakers() {
        return List.copyOf(speakers);
    }

    /** Those who spoke before the dominant one, the latest first. */
    List<String> previous() {
        List<String> all = speakers();
        return all.subList(Math.min(1, all.size()), Math.min(1 + MOST_PREVIOUS, all.size()));
    }

    /** All endpoints: those who spoke, the latest first, then the silent. */
    List<String> ranked(Collection<String> endpoints) {
        List<String> ranked = new ArrayList<>(speakers());
        ranked.retainAll(endpoints);
        endpoints.stream().filter(id -> !speakers.contains(id)).sorted().forEach(ranked::add);
        return ranked;
    }
}
