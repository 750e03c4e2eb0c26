package io.directcall.media.bridge.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.directcall.contracts.media.View;
import io.directcall.contracts.media.View.Tile;
import io.directcall.media.conference.Reception;
import io.directcall.media.conference.SourceNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The message of a bridge channel that says what an endpoint wants to see. Names everything each time, because a bridge keeps what a
 * message leaves out.
 *
 * @param lastN how many pictures at most; -1 for any number
 * @param onStageSources what gets its bandwidth before all others
 * @param selectedSources what comes before those that nobody named, in this order
 * @param defaultConstraints of pictures that {@code constraints} does not name
 * @param constraints by name of the source
 */
record ReceiverConstraints(
        int lastN,
        List<String> onStageSources,
        List<String> selectedSources,
        Height defaultConstraints,
        Map<String, Height> constraints) {

    /** @param maxHeight in pixels; 0 for not at all */
    record Height(int maxHeight) {}

    private static final int ANY = -1;

    /** A tile this many times as high as each other one is the stage of a spotlight; without one it is a grid of equals. */
    private static final int STAGE_FACTOR = 2;

    @JsonProperty("colibriClass")
    String colibriClass() {
        return "ReceiverVideoConstraints";
    }

    static ReceiverConstraints of(Reception reception) {
        View view = reception.view();
        List<Tile> shown =
                view.tiles().stream().filter(tile -> tile.height() > 0).toList();
        List<String> names =
                shown.stream().map(ReceiverConstraints::name).distinct().toList();
        boolean stage = hasStage(shown, view.others());
        return new ReceiverConstraints(
                reception.video() ? ANY : 0,
                stage ? names.subList(0, 1) : List.of(),
                stage ? names.subList(1, names.size()) : names,
                new Height(view.others()),
                heights(view));
    }

    private static boolean hasStage(List<Tile> shown, int others) {
        if (shown.isEmpty()) {
            return false;
        }
        int nextHighest = shown.stream().skip(1).mapToInt(Tile::height).reduce(others, Math::max);
        return shown.getFirst().height() >= STAGE_FACTOR * nextHighest;
    }

    private static Map<String, Height> heights(View view) {
        var heights = new LinkedHashMap<String, Height>();
        view.tiles().forEach(tile -> heights.merge(name(tile), new Height(tile.height()), ReceiverConstraints::higher));
        return heights;
    }

    /** A picture that is shown twice is wanted for the larger of the two. */
    private static Height higher(Height one, Height other) {
        return one.maxHeight() >= other.maxHeight() ? one : other;
    }

    private static String name(Tile tile) {
        return SourceNames.of(tile.participantId(), tile.kind());
    }
}
