package io.directcall.bridge.layers;

import java.util.List;
import java.util.function.IntPredicate;

/** Chooses the layer for a height that a receiver wants. As Jitsi Videobridge, it takes the smallest for 180 lines and each next for twice. */
public final class LayerChoice {
    private static final int SMALLEST_HEIGHT = 180;

    private LayerChoice() {}

    /**
     * @param layers their SSRCs, the smallest first
     * @param arrives whether a layer is being sent now: browsers stop large ones when their uplink is narrow or their camera small
     * @param height wanted, in px; negative for any
     * @return the largest that arrives and is not too large; else the smallest that arrives; else the smallest
     */
    public static int choose(List<Integer> layers, IntPredicate arrives, int height) {
        int chosen = -1;
        for (int i = 0; i < layers.size(); i++) {
            boolean fits = height < 0 || SMALLEST_HEIGHT << i <= height;
            if (arrives.test(layers.get(i)) && (fits || chosen < 0)) {
                chosen = i;
            }
        }
        return layers.get(Math.max(chosen, 0));
    }
}
