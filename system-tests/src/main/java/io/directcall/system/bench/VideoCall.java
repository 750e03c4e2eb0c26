package io.directcall.system.bench;

import io.directcall.system.browser.Chromium;
import io.directcall.system.browser.FramePage;
import io.directcall.system.browser.Guest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One call of a benchmark: pages in one session that see each other. Belongs to the thread of its browser. */
final class VideoCall {
    /** Cameras send five frames a second: who has not been seen for so many ms is not seen now. */
    private static final double FRESH = 1_500;

    private final String session;
    private final List<FramePage> pages;

    private VideoCall(String session, List<FramePage> pages) {
        this.session = session;
        this.pages = pages;
    }

    /** Opens the pages; they join by themselves. */
    static VideoCall place(Chromium browser, String link, String session, int size) {
        List<Guest> guests = IntStream.rangeClosed(1, size)
                .mapToObj(number -> Guest.of(session, "P" + number))
                .toList();
        return new VideoCall(session, browser.openForFrames(link, guests));
    }

    String session() {
        return session;
    }

    /** How many of its participants do not see all others just now. */
    int blind() {
        return (int) pages.stream().filter(page -> !seesAll(page)).count();
    }

    /** Who sees how many others, and what the pages say. */
    String status() {
        return session
                + pages.stream()
                        .map(page -> " | " + page.seenSince(0).size() + " seen, " + page.status())
                        .collect(Collectors.joining());
    }

    private boolean seesAll(FramePage page) {
        return page.seenSince(System.currentTimeMillis() - FRESH).size() == pages.size() - 1;
    }

    /**
     * What each participant who sees all others now went through since an incident: the one of its interruptions that ended last, or that
     * was longest.
     */
    Stream<Outage> outages(double incident) {
        return pages.stream()
                .filter(this::seesAll)
                .map(FramePage::frames)
                .flatMap(frames -> outage(frames, incident).stream());
    }

    private static Optional<Outage> outage(Map<String, List<Double>> frames, double incident) {
        List<Interruption> pauses = frames.values().stream()
                .flatMap(times -> Interruption.longest(times, incident).stream())
                .toList();
        return pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outage(
                        pauses.stream().mapToDouble(Interruption::end).max().orElseThrow() - incident,
                        pauses.stream().mapToDouble(Interruption::millis).max().orElseThrow()));
    }

    /**
     * What one participant went through, in ms.
     *
     * @param untilBack from the incident until the longest interruptions of all others were over
     * @param pause the longest time without a frame of one of them
     */
    record Outage(double untilBack, double pause) {}
}
