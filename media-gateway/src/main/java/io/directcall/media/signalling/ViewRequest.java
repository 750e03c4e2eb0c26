package io.directcall.media.signalling;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How a client shows the others.
 *
 * @param tiles pictures in a size of their own, the most important first
 * @param others height in pixels of all others; 0 for not at all
 */
public record ViewRequest(
        @NotNull @Size(max = View.MAX_TILES) List<@NotNull @Valid Tile> tiles,
        @NotNull @Min(0) @Max(View.MAX_HEIGHT) Integer others) {

    /** Most bytes of the JSON; a view of {@link View#MAX_TILES} tiles has about 8 KB. */
    static final int MAX_BYTES = 16 * 1024;

    /**
     * One picture.
     *
     * @param participantId whose; one that is not in the session does no harm
     * @param kind {@code camera} or {@code screen}
     * @param height in pixels of the device; 0 when it is hidden
     */
    public record Tile(
            @NotNull
            @Pattern(regexp = "[0-9a-f]{16}", message = "must be the id of a participant: 16 hexadecimal digits")
            String participantId,

            @NotNull @Pattern(regexp = "camera|screen", message = "must be 'camera' or 'screen'")
            String kind,

            @NotNull @Min(0) @Max(View.MAX_HEIGHT) Integer height) {
        private View.Tile tile() {
            TrackKind shown = kind.equals("camera") ? TrackKind.CAMERA : TrackKind.SCREEN;
            return new View.Tile(participantId, shown, height);
        }
    }

    View view() {
        return new View(tiles.stream().map(Tile::tile).toList(), others);
    }
}
