package io.directcall.token.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.CallUser;
import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.contracts.token.SigningKey;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.security.CallTokenVerifier;
import io.directcall.token.key.SigningKeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallTokenSignerTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final SigningKeyPair key = SigningKeyPair.generate(SigningAlgorithm.ES256);
    private final CallTokenSigner signer =
            new CallTokenSigner("direct-call", Duration.ofHours(6), InstantSource.fixed(now));

    @Test
    void signsWhatTheVerifierReads() {
        // Given
        CallUser user = new CallUser("bob", "Bob \"é\" 😀", null);

        // When
        String jwt = signer.sign(key, user, new Grant("room", Role.MODERATOR, Optional.empty()), Instant.EPOCH)
                .jwt();

        // Then
        CallToken token = verifier().verify(jwt);
        assertThat(token.user()).isEqualTo(user);
        assertThat(token.sessionId()).isEqualTo("room");
        assertThat(token.role()).isEqualTo(Role.MODERATOR);
        assertThat(token.publishes()).isEqualTo(Role.MODERATOR.publishes());
        assertThat(token.expiresAt()).isEqualTo(now.plus(Duration.ofHours(6)));
    }

    static Stream<Set<TrackKind>> kinds() {
        return Stream.of(Set.of(), Set.of(TrackKind.SCREEN), Set.of(TrackKind.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void signsWhatIsSent(Set<TrackKind> kinds) {
        // Given
        CallUser user = new CallUser("bob", "Bob", null);

        // When
        String jwt = signer.sign(key, user, new Grant("room", Role.PARTICIPANT, Optional.of(kinds)), Instant.EPOCH)
                .jwt();

        // Then
        assertThat(verifier().verify(jwt).publishes()).isEqualTo(kinds);
    }

    @Test
    void fitsIntoAHeaderWithTheLongestUser() {
        // Given
        CallUser user = new CallUser("u".repeat(100), "\u20ac".repeat(200), "https://" + "x".repeat(992));

        // When
        String jwt = signer.sign(
                        key,
                        user,
                        new Grant("s".repeat(100), Role.PARTICIPANT, Optional.of(Set.of(TrackKind.values()))),
                        Instant.EPOCH)
                .jwt();

        // Then
        assertThat(jwt).hasSizeLessThan(4096);
        assertThat(verifier().verify(jwt).user()).isEqualTo(user);
    }

    @Test
    void numbersEachToken() {
        // Given
        CallUser user = new CallUser("bob", "Bob", null);
        Grant grant = new Grant("room", Role.VIEWER, Optional.empty());

        // When
        CallTokenSigner.Signed first = signer.sign(key, user, grant, Instant.EPOCH);
        CallTokenSigner.Signed second = signer.sign(key, user, grant, Instant.EPOCH);

        // Then
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(verifier().verify(first.jwt()).tokenId()).isEqualTo(first.id());
    }

    /** Revoked up to so many milliseconds after the signing, and issued so many after it. */
    @ParameterizedTest
    @CsvSource({"-1000, 0", "0, 1", "20000, 20001"})
    void countsAsIssuedAfterWhatIsRevoked(long revoked, long issued) {
        // Given
        Grant grant = new Grant("room", Role.PARTICIPANT, Optional.empty());

        // When
        String jwt = signer.sign(key, new CallUser("bob", "Bob", null), grant, now.plusMillis(revoked))
                .jwt();

        // Then
        assertThat(verifier().verify(jwt).issuedAt()).isEqualTo(now.plusMillis(issued));
    }

    private CallTokenVerifier verifier() {
        SigningKeys keys = new SigningKeys();
        keys.add(new SigningKey(key.kid(), key.publicJwk(), now));
        Revocations revocations = new Revocations(InstantSource.system());
        revocations.markComplete();
        return new CallTokenVerifier(keys, revocations, "direct-call", InstantSource.system());
    }
}
