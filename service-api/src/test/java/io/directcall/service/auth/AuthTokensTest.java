package io.directcall.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.AuthToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.topic.Arrivals;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTokensTest {
    private static final String TOKEN = "dca_one";
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    @Test
    void knowsWhoseATokenIs() {
        // Given
        AuthTokens tokens = complete(FOR_EVER);
        tokens.add(published(TOKEN, "alice"));

        // When
        var answer = ask(tokens, TOKEN);

        // Then
        answer.assertCompleted().assertItem(Optional.of("alice"));
    }

    @Test
    void forgetsARevokedToken() {
        // Given
        AuthTokens tokens = complete(A_MOMENT);
        tokens.add(published(TOKEN, "alice"));

        // When
        tokens.withdraw(SecretHash.of(TOKEN).hex());

        // Then
        ask(tokens, TOKEN).awaitItem().assertItem(Optional.empty());
        assertThat(tokens.size()).isZero();
    }

    @Test
    void waitsForATokenWhoseRecordIsOnItsWay() {
        // Given
        AuthTokens tokens = complete(FOR_EVER);
        var first = ask(tokens, TOKEN);
        var second = ask(tokens, TOKEN);
        first.assertNotTerminated();

        // When
        tokens.add(published("dca_other", "bob"));
        tokens.add(published(TOKEN, "alice"));

        // Then
        first.assertItem(Optional.of("alice"));
        second.assertItem(Optional.of("alice"));
    }

    @Test
    void stopsWaitingForATokenThatDoesNotCome() {
        // Given
        AuthTokens tokens = complete(A_MOMENT);

        // When
        var answer = ask(tokens, TOKEN);

        // Then
        answer.awaitItem().assertItem(Optional.empty());
    }

    @Test
    void lookNobodyUpBeforeAllIsRead() {
        // Given
        AuthTokens tokens = new AuthTokens(FOR_EVER);
        tokens.add(published(TOKEN, "alice"));

        // When
        var answer = ask(tokens, TOKEN);

        // Then
        assertUnavailable(answer);
    }

    @Test
    void letsABoundedNumberWait() {
        // Given
        AuthTokens tokens = complete(FOR_EVER);
        var waiting = IntStream.range(0, Arrivals.MOST)
                .mapToObj(i -> ask(tokens, "dca_" + i))
                .toList();

        // When
        var oneTooMany = ask(tokens, TOKEN);

        // Then
        assertUnavailable(oneTooMany);
        waiting.getFirst().cancel();
        ask(tokens, TOKEN).assertNotTerminated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "Dca_x", "dca-x"})
    void doesNotWaitForWhatIsNoToken(String text) {
        ask(complete(FOR_EVER), text).assertCompleted().assertItem(Optional.empty());
    }

    @Test
    void doesNotWaitForWhatIsTooLong() {
        ask(complete(FOR_EVER), "dca_" + "x".repeat(AuthToken.MAX_LENGTH))
                .assertCompleted()
                .assertItem(Optional.empty());
    }

    @Test
    void leavesOutWhatIsNoAuthToken() {
        // Given
        AuthTokens tokens = complete(FOR_EVER);

        // When
        tokens.add(new AuthToken(null, "alice", Instant.EPOCH));
        tokens.add(new AuthToken("ab", "alice", Instant.EPOCH));
        tokens.add(published(TOKEN, null));
        tokens.withdraw("ab");

        // Then
        assertThat(tokens.size()).isZero();
    }

    private static AuthTokens complete(Duration patience) {
        AuthTokens tokens = new AuthTokens(patience);
        tokens.markComplete();
        return tokens;
    }

    private static AuthToken published(String token, String uid) {
        return new AuthToken(SecretHash.of(token).hex(), uid, Instant.EPOCH);
    }

    private static UniAssertSubscriber<Optional<String>> ask(AuthTokens tokens, String token) {
        return tokens.find(token).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static void assertUnavailable(UniAssertSubscriber<Optional<String>> answer) {
        ApiException failure =
                (ApiException) answer.assertFailedWith(ApiException.class).getFailure();
        assertThat(failure.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }
}
