package io.directcall.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a caller is told of a transaction that failed. */
class TransactionFailuresTest {
    private final Throwable lost = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");

    @Test
    void aRefusalStaysOneWhenTheRollbackFailsToo() {
        // Given
        var refused = new ApiException(ErrorCode.ERR_CALL_TERMINATED);

        // When
        var told = Transactions.named(new CompositeException(refused, lost));

        // Then
        assertThat(told).isSameAs(refused);
    }

    @Test
    void aConnectionThatIsLostInTheMidstIsAnOutage() {
        assertThat(codeOf(new CompositeException(new IllegalStateException("no row"), lost)))
                .isEqualTo(ErrorCode.ERR_UNAVAILABLE);
        assertThat(codeOf(new RuntimeException(new IOException("refused")))).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }

    @Test
    void aConflictIsOneWhateverTheRollbackDoes() {
        assertThat(codeOf(new CompositeException(new OptimisticLockException(), lost)))
                .isEqualTo(ErrorCode.ERR_CALL_CONFLICT);
    }

    @Test
    void whatNobodyExpectsIsLeftAsItIs() {
        // Given
        var bug = new IllegalStateException("a bug");

        // When / Then
        assertThat(Transactions.named(bug)).isSameAs(bug);
    }

    private static ErrorCode codeOf(Throwable failure) {
        return ((ApiException) Transactions.named(failure)).code();
    }
}
