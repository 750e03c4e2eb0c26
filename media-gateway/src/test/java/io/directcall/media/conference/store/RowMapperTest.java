package io.directcall.media.conference.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.conference.Endpoint;
import io.directcall.media.conference.EndpointState;
import io.directcall.media.conference.Source;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowMapperTest {
    /** As it was stored before there were layers. */
    private static final String OLD_LINK = """
            {"allocation":null,"applied":{"transport":{"ufrag":"u","pwd":"p","fingerprint":null},"sources":[
            {"participantId":"a","kind":"audio","ssrcs":[1]},{"participantId":"a","kind":"camera","ssrcs":[2,3]}]},
            "pending":null,"appliedAt":"2026-01-02T03:04:05Z"}""";

    private static final String OLD_NEGOTIATION = """
            {"revision":2,"answered":2,"offeredAt":"2026-01-02T03:04:05Z","slots":{"viewer":false,"remote":[
            {"media":"VIDEO","source":{"participantId":"b","kind":"camera","ssrcs":[4,5]}},{"media":"AUDIO","source":null}]}}""";

    private static final String LINK = """
            {"allocation":null,"applied":{"transport":{"ufrag":"u","pwd":"p","fingerprint":null},"sources":[
            {"participantId":"a","kind":"camera","layers":[{"ssrc":2,"rtxSsrc":3},{"ssrc":4,"rtxSsrc":null}]}]},
            "pending":null,"appliedAt":null,"layers":[{"ssrc":2,"rtxSsrc":3},{"ssrc":4,"rtxSsrc":null}]}""";

    @Test
    void readsWhatWasStoredBeforeThereWereLayers() {
        // When
        Endpoint endpoint = read(OLD_LINK, OLD_NEGOTIATION);

        // Then
        assertThat(endpoint.link().applied().sources())
                .containsExactly(
                        new Source("a", TrackKind.AUDIO, List.of(new Layer(1, null))),
                        new Source("a", TrackKind.CAMERA, List.of(new Layer(2, 3L))));
        assertThat(endpoint.link().layers()).isEmpty();
        assertThat(endpoint.negotiation().slots().profile()).isEqualTo(MediaProfile.VP8);
        assertThat(endpoint.negotiation().slots().remote().getFirst().source())
                .isEqualTo(new Source("b", TrackKind.CAMERA, List.of(new Layer(4, 5L))));
    }

    @Test
    void readsWhatItWrites() {
        // Given
        Endpoint endpoint = read(LINK, OLD_NEGOTIATION);
        var row = new EndpointRow();

        // When
        RowMapper.write(endpoint, row);

        // Then
        assertThat(read(row.link, row.negotiation)).isEqualTo(endpoint);
        assertThat(endpoint.link().layers()).containsExactly(new Layer(2, 3L), new Layer(4, null));
    }

    private static Endpoint read(String link, String negotiation) {
        var endpoint = new EndpointRow();
        endpoint.participantId = "a";
        endpoint.uid = "u";
        endpoint.state = EndpointState.CONNECTED;
        endpoint.generation = 1;
        endpoint.link = link;
        endpoint.negotiation = negotiation;
        return RowMapper.endpoint(endpoint);
    }
}
