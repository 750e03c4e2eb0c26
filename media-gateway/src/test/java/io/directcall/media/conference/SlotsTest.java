package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Direction;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.OfferLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Source A_AUDIO = new Source("a", TrackKind.AUDIO, List.of(new Layer(1, null)));
    private static final Source A_CAMERA = new Source("a", TrackKind.CAMERA, List.of(new Layer(2, 3L)));
    private static final Source B_AUDIO = new Source("b", TrackKind.AUDIO, List.of(new Layer(11, null)));
    private static final Source B_CAMERA = new Source("b", TrackKind.CAMERA, List.of(new Layer(12, 13L)));
    private static final Source C_CAMERA = new Source("c", TrackKind.CAMERA, List.of(new Layer(22, 23L)));

    @Test
    void putsOthersBehindTheOwnLines() {
        // When
        Slots slots = Slots.fresh(false, MediaProfile.VP8).carrying(List.of(A_AUDIO, A_CAMERA));

        // Then
        assertThat(slots.tracks())
                .containsExactly(
                        new RemoteTrack("3", "a", TrackKind.AUDIO), new RemoteTrack("4", "a", TrackKind.CAMERA));
        assertThat(slots.lines())
                .extracting(OfferLine::direction)
                .containsExactly(
                        Direction.RECVONLY,
                        Direction.RECVONLY,
                        Direction.RECVONLY,
                        Direction.SENDONLY,
                        Direction.SENDONLY);
    }

    @Test
    void keepsALineWhenItsSourceGoes() {
        // Given
        Slots slots = Slots.fresh(false, MediaProfile.VP8).carrying(List.of(A_AUDIO, A_CAMERA, B_AUDIO, B_CAMERA));

        // When
        Slots without = slots.carrying(List.of(B_AUDIO, B_CAMERA));

        // Then
        assertThat(without.lines()).hasSize(7);
        assertThat(without.lines().get(3).direction()).isEqualTo(Direction.INACTIVE);
        assertThat(without.tracks())
                .containsExactly(
                        new RemoteTrack("5", "b", TrackKind.AUDIO), new RemoteTrack("6", "b", TrackKind.CAMERA));
    }

    @Test
    void reusesAFreeLineOfTheSameMediaType() {
        // Given
        Slots slots = Slots.fresh(false, MediaProfile.VP8)
                .carrying(List.of(A_AUDIO, A_CAMERA, B_AUDIO))
                .carrying(List.of(B_AUDIO));

        // When
        Slots reused = slots.carrying(List.of(B_AUDIO, C_CAMERA));

        // Then
        assertThat(reused.lines()).hasSize(6);
        assertThat(reused.tracks())
                .containsExactly(
                        new RemoteTrack("4", "c", TrackKind.CAMERA), new RemoteTrack("5", "b", TrackKind.AUDIO));
    }

    @Test
    void keepsTheLineOfATrackWithNewSsrcs() {
        // Given
        Slots slots = Slots.fresh(false, MediaProfile.VP8).carrying(List.of(A_CAMERA, B_CAMERA));
        var again = new Source("a", TrackKind.CAMERA, List.of(new Layer(102, 103L)));

        // When
        Slots changed = slots.carrying(List.of(again, B_CAMERA));

        // Then
        assertThat(changed.tracks()).isEqualTo(slots.tracks());
        assertThat(changed.lines().get(3).carried()).isEqualTo(new Layer(102, 103L));
    }

    @Test
    void givesAViewerLinesToConnectOnThoughNobodySends() {
        // When
        Slots slots = Slots.fresh(true, MediaProfile.VP8);

        // Then
        assertThat(slots.lines()).extracting(OfferLine::direction).containsOnly(Direction.INACTIVE);
        assertThat(slots.carrying(List.of(A_AUDIO, A_CAMERA)).lines()).hasSize(2);
    }
}
