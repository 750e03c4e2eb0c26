package io.directcall.service.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.Revocation.Ban;
import io.directcall.contracts.token.Revocation.OfToken;
import io.directcall.contracts.token.Revocation.OfUser;
import io.directcall.contracts.token.Revocation.OfUserInSession;
import io.directcall.contracts.token.TokenIdentity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RevocationsTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.500Z");
    private static final Instant LATER = AT.plusMillis(1);
    private static final Instant EXPIRY = AT.plusSeconds(90_000);

    private Instant now = AT;
    private final Revocations revocations = new Revocations(() -> now);

    private static TokenIdentity annas(Instant issuedAt) {
        return new TokenIdentity("t", "anna", "room", issuedAt);
    }

    static final List<Revocation> OF_ANNAS_TOKEN = List.of(
            new OfToken("t", AT, EXPIRY),
            new OfUser("anna", AT, EXPIRY),
            new OfUserInSession("anna", "room", AT, EXPIRY),
            new Ban("anna", "room", AT, null));

    @ParameterizedTest
    @FieldSource("OF_ANNAS_TOKEN")
    void concernsTheTokenThatWasIssuedUpToThen(Revocation revocation) {
        // When
        revocations.add(revocation);

        // Then
        assertThat(revocations.isRevoked(annas(AT))).isTrue();
    }

    @ParameterizedTest
    @FieldSource("OF_ANNAS_TOKEN")
    void endsWithATombstone(Revocation revocation) {
        // Given
        revocations.add(revocation);

        // When
        revocations.withdraw(revocation.key());

        // Then
        assertThat(revocations.isRevoked(annas(AT))).isFalse();
    }

    static final List<Revocation> OF_OTHERS = List.of(
            new OfToken("another", AT, EXPIRY),
            new OfUser("ben", AT, EXPIRY),
            new OfUserInSession("anna", "hall", AT, EXPIRY),
            new OfUserInSession("ben", "room", AT, EXPIRY),
            new Ban("anna", "hall", AT, null));

    @ParameterizedTest
    @FieldSource("OF_OTHERS")
    void leavesOthersAlone(Revocation revocation) {
        // When
        revocations.add(revocation);

        // Then
        assertThat(revocations.isRevoked(annas(AT))).isFalse();
    }

    @Test
    void aTokenThatIsIssuedInTheNextMillisecondCounts() {
        // When
        revocations.add(new OfUserInSession("anna", "room", AT, EXPIRY));

        // Then
        assertThat(revocations.isRevoked(annas(LATER))).isFalse();
    }

    @Test
    void aBanConcernsTokensThatAreIssuedLater() {
        // When
        revocations.add(new Ban("anna", "room", AT, null));

        // Then
        assertThat(revocations.isRevoked(annas(LATER))).isTrue();
    }

    @Test
    void aBanEndsAtItsTime() {
        // Given
        revocations.add(new Ban("anna", "room", AT, EXPIRY));

        // When
        now = EXPIRY;

        // Then
        assertThat(revocations.isBanned("anna", "room")).isFalse();
    }

    @Test
    void anOlderOneThatIsRepeatedChangesNothing() {
        // Given
        revocations.add(new OfUser("anna", LATER, EXPIRY));

        // When
        revocations.add(new OfUser("anna", AT, EXPIRY));

        // Then
        assertThat(revocations.newest("anna", "room")).isEqualTo(LATER);
    }

    @Test
    void leavesOutWhatHasNoTime() {
        // When
        revocations.add(new OfUser("anna", null, EXPIRY));

        // Then
        assertThat(revocations.heardSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void tellsWhatWasHeardLately() {
        // Given
        revocations.add(new OfUser("ben", AT, EXPIRY));
        now = LATER;
        var late = new OfUser("anna", AT, EXPIRY);

        // When
        revocations.add(late);

        // Then
        assertThat(revocations.heardSince(LATER)).containsExactly(late);
    }
}
