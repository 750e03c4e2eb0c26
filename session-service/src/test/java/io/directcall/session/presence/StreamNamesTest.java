package io.directcall.session.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamNamesTest {
    @Test
    void aStreamNamesItsReplica() {
        assertThat(StreamNames.replicaOf("r1:7")).hasValue("r1");
        assertThat(StreamNames.replicaOf(StreamNames.prefixOf("r1") + "a:b")).hasValue("r1");
    }

    @Test
    void othersNameNone() {
        assertThat(StreamNames.replicaOf("c1")).isEmpty();
        assertThat(StreamNames.replicaOf(":7")).isEmpty();
        assertThat(StreamNames.replicaOf("")).isEmpty();
        assertThat(StreamNames.replicaOf(null)).isEmpty();
    }
}
