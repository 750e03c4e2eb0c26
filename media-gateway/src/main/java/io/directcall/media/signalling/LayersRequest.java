package io.directcall.media.signalling;

import io.directcall.contracts.media.SimulcastLayer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The layers in which a client sends its camera.
 *
 * @param generation of the offers to whose connection they belong
 * @param layers the smallest picture first
 */
public record LayersRequest(
        @NotNull @Min(1) Integer generation,
        @NotNull @Size(min = 1, max = 3) List<@NotNull @Valid Layer> layers) {

    /**
     * One of the sizes.
     *
     * @param ssrc of the pictures
     * @param rtxSsrc of their retransmissions, left out when there are none
     */
    public record Layer(
            @NotNull @Min(1) @Max(0xffff_ffffL) Long ssrc,
            @Min(1) @Max(0xffff_ffffL) Long rtxSsrc) {}

    List<SimulcastLayer> simulcast() {
        return layers.stream()
                .map(layer -> new SimulcastLayer(layer.ssrc(), layer.rtxSsrc()))
                .toList();
    }
}
