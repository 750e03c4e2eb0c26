package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import org.junit.jupiter.api.Test;

class ConflictsTest {
    @Test
    void doesNotTryAMistakeAgain() {
        assertThat(Conflicts.isPermanent(new IllegalStateException("of this code")))
                .isTrue();
    }

    @Test
    void triesAgainWhereTheDatabaseIsAway() {
        assertThat(Conflicts.isPermanent(new VertxException("Connection was closed")))
                .isFalse();
    }

    @Test
    void triesAgainWhereABrokenConnectionConfusedHibernate() {
        // Given
        var confused = new IllegalStateException("used from a different thread");
        confused.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.hibernate.reactive.common.InternalStateAssertions", "assertThread", null, 1)
        });

        // When, Then
        assertThat(Conflicts.isPermanent(confused)).isFalse();
    }

    @Test
    void givesTheFirstOfSeveralReasonsInALine() {
        // Given
        var failure = new CompositeException(
                new IllegalStateException("first\nsecond line"), new IllegalStateException("rollback"));

        // When, Then
        assertThat(Conflicts.reason(failure)).isEqualTo("java.lang.IllegalStateException: first");
    }
}
