package io.directcall.service.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void findsAPartThatIsAwayBelowOtherCauses() {
        assertThat(Outage.caused(new CompletionException(new IllegalStateException(new ConnectException("refused")))))
                .isTrue();
    }

    @Test
    void takesTheRestForDefects() {
        assertThat(Outage.caused(new IllegalStateException("no"))).isFalse();
    }

    @Test
    void doesNotRunInCircles() {
        // Given
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        // When / Then
        assertThat(Outage.caused(first)).isFalse();
    }
}
