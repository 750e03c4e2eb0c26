package io.directcall.bridge.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerChoiceTest {
    private static final List<Integer> LAYERS = List.of(1, 2, 3);

    /** Height, layers that arrive, layer chosen. */
    @ParameterizedTest
    @CsvSource({
        "720, 1 2 3, 3",
        "-1, 1 2 3, 3",
        "719, 1 2 3, 2",
        "360, 1 2 3, 2",
        "359, 1 2 3, 1",
        "90, 1 2 3, 1",
        "720, 1 2, 2",
        "720, 1, 1",
        "180, 2 3, 2",
        "360, 1 3, 1",
        "720, 0, 1",
    })
    void takesTheLargestThatFitsAndArrives(int height, String arriving, int chosen) {
        // Given
        List<Integer> there =
                Arrays.stream(arriving.split(" ")).map(Integer::valueOf).toList();

        // When
        int layer = LayerChoice.choose(LAYERS, there::contains, height);

        // Then
        assertThat(layer).isEqualTo(chosen);
    }
}
