package io.directcall.contracts.media;

import java.util.List;

/**
 * How large a client shows the others' pictures. The bridge sends no more than that.
 *
 * @param tiles what is shown in a size of its own, the most important first: when the network has no room for all, the last ones go first
 * @param others height in pixels of all pictures that no tile names; 0 sends none of them
 */
public record View(List<Tile> tiles, int others) {
    /** Heights that mean anything to a bridge, in pixels. */
    public static final int MAX_HEIGHT = 2160;

    /** Tiles that a view may name. */
    public static final int MAX_TILES = 100;

    /** Before a client says anything: all pictures, none larger than the default camera. */
    public static final View DEFAULT = new View(List.of(), 720);

    public View {
        tiles = List.copyOf(tiles);
    }

    /**
     * One picture.
     *
     * @param participantId whose
     * @param kind camera or screen
     * @param height in which it is shown, in pixels of the device; 0 when it is hidden
     */
    public record Tile(String participantId, TrackKind kind, int height) {}
}
