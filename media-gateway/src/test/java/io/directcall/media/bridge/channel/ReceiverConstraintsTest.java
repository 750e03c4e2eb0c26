package io.directcall.media.bridge.channel;

import static io.directcall.contracts.media.TrackKind.CAMERA;
import static io.directcall.contracts.media.TrackKind.SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.View;
import io.directcall.contracts.media.View.Tile;
import io.directcall.media.bridge.channel.ReceiverConstraints.Height;
import io.directcall.media.conference.Reception;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiverConstraintsTest {
    @Test
    void asksForEverythingWhileNothingIsKnown() {
        // When
        String message = ChannelMessages.write(ReceiverConstraints.of(new Reception(true, View.DEFAULT)));

        // Then
        assertThat(new JsonObject(message)).isEqualTo(new JsonObject("""
                {"colibriClass":"ReceiverVideoConstraints","lastN":-1,"onStageSources":[],"selectedSources":[],
                 "defaultConstraints":{"maxHeight":720},"constraints":{}}"""));
    }

    @Test
    void asksForNoVideoInAnAudioCall() {
        assertThat(of(false, 720, new Tile("a", CAMERA, 720)).lastN()).isZero();
    }

    @Test
    void putsTheLargePictureOfASpotlightOnStage() {
        // When
        ReceiverConstraints constraints =
                of(true, 0, new Tile("a", SCREEN, 1080), new Tile("a", CAMERA, 180), new Tile("b", CAMERA, 180));

        // Then
        assertThat(constraints.onStageSources()).containsExactly("a-v1");
        assertThat(constraints.selectedSources()).containsExactly("a-v0", "b-v0");
        assertThat(constraints.constraints())
                .isEqualTo(Map.of("a-v1", new Height(1080), "a-v0", new Height(180), "b-v0", new Height(180)));
        assertThat(constraints.defaultConstraints()).isEqualTo(new Height(0));
    }

    @Test
    void knowsNoStageInAGridOfEquals() {
        // When
        ReceiverConstraints constraints = of(true, 0, new Tile("b", CAMERA, 360), new Tile("a", CAMERA, 270));

        // Then
        assertThat(constraints.onStageSources()).isEmpty();
        assertThat(constraints.selectedSources()).containsExactly("b-v0", "a-v0");
    }

    @Test
    void knowsNoStageBesideOthersThatAreAsLarge() {
        assertThat(of(true, 720, new Tile("a", CAMERA, 720)).onStageSources()).isEmpty();
    }

    @Test
    void asksForNothingOfHiddenTiles() {
        // When
        ReceiverConstraints constraints = of(true, 180, new Tile("a", CAMERA, 0), new Tile("b", CAMERA, 720));

        // Then
        assertThat(constraints.constraints()).containsEntry("a-v0", new Height(0));
        assertThat(constraints.onStageSources()).containsExactly("b-v0");
        assertThat(constraints.selectedSources()).isEmpty();
    }

    @Test
    void asksForTheLargerOfAPictureThatIsShownTwice() {
        // When
        ReceiverConstraints constraints = of(true, 0, new Tile("a", CAMERA, 180), new Tile("a", CAMERA, 720));

        // Then
        assertThat(constraints.constraints()).isEqualTo(Map.of("a-v0", new Height(720)));
        assertThat(constraints.selectedSources()).containsExactly("a-v0");
    }

    private static ReceiverConstraints of(boolean video, int others, Tile... tiles) {
        return ReceiverConstraints.of(new Reception(video, new View(List.of(tiles), others)));
    }
}
