package io.directcall.system.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataLinesTest {
    private static final String STREAM = """
            : connected

            id: 17-3
            event: ParticipantUpdated
            data: {"type":"ParticipantUpdated","sessionId":"s","seq":7,"at":"now"}

            id: 18-3
            data: {"seq":108,"participant":{"seq":9}}

            event: end
            data: {"reason":"draining"}

            """;

    private final List<Long> seqs = new ArrayList<>();
    private final DataLines lines = new DataLines(seqs::add);

    @Test
    void theNumberOfEachEventIsFound() {
        // When
        lines.feed(Buffer.buffer(STREAM));

        // Then
        assertThat(seqs).containsExactly(7L, 108L);
    }

    @Test
    void piecesMayEndAnywhere() {
        // When
        for (byte each : STREAM.getBytes(UTF_8)) {
            lines.feed(Buffer.buffer(new byte[] {each}));
        }

        // Then
        assertThat(seqs).containsExactly(7L, 108L);
    }
}
