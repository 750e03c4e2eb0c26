package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.keys.AesKey;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    /** One for each time that the issuer was asked; it answers when the test says so. */
    private final List<UniEmitter<? super List<JsonWebKey>>> asked = new ArrayList<>();

    private Instant now = Instant.EPOCH;
    private final IssuerKeys keys = new IssuerKeys(() -> Uni.createFrom().emitter(asked::add), () -> now);

    @Test
    void asksForAKeyThatItDoesNotKnow() {
        // Given
        var first = lookFor("a");

        // When
        answer("a", "b");

        // Then
        assertThat(kids(first)).containsExactly("a", "b");
        assertThat(kids(lookFor("b"))).containsExactly("a", "b");
        assertThat(asked).hasSize(1);
    }

    @Test
    void followsTheIssuerToItsNextKey() {
        // Given
        know("a");
        passPause();
        var newer = lookFor("b");

        // When
        answer("b");

        // Then
        assertThat(kids(newer)).containsExactly("b");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksOnceForAStormOfKeysThatDoNotExist() {
        // Given
        know("a");
        passPause();

        // When
        for (int i = 0; i < 1000; i++) {
            lookFor("storm-" + i);
        }
        answer("a");
        for (int i = 1000; i < 2000; i++) {
            assertThat(kids(lookFor("storm-" + i))).containsExactly("a");
        }

        // Then
        assertThat(asked).hasSize(2);
        passPause();
        lookFor("storm");
        assertThat(asked).hasSize(3);
    }

    @Test
    void keepsTheLastKeysWhileTheIssuerIsAway() {
        // Given
        know("a");
        passPause();
        keys.refresh();

        // When
        fail();

        // Then
        assertThat(kids(lookFor("a"))).containsExactly("a");
    }

    @Test
    void callsNoTokenWrongBeforeTheIssuerWasReached() {
        // Given
        var early = lookFor("a");

        // When
        fail();

        // Then
        assertUnavailable(early);
        assertUnavailable(lookFor("a"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void callsNoTokenWrongWhoseKeyTheIssuerMayHaveMadeWhileItIsAway() {
        // Given
        know("a");
        passPause();
        var newer = lookFor("b");

        // When
        fail();

        // Then
        assertUnavailable(newer);
    }

    @Test
    void letsNobodyWhoGivesUpTakeTheAnswerFromOthers() {
        // Given
        var impatient = lookFor("a");
        var patient = lookFor("a");

        // When
        impatient.cancel();
        answer("a");

        // Then
        assertThat(kids(patient)).containsExactly("a");
    }

    private void know(String kid) {
        keys.refresh();
        answer(kid);
    }

    private void passPause() {
        now = now.plus(IssuerKeys.PAUSE).plus(Duration.ofMillis(1));
    }

    private UniAssertSubscriber<List<JsonWebKey>> lookFor(String kid) {
        return keys.lookFor(kid).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void answer(String... kids) {
        asked.getLast().complete(List.of(kids).stream().map(IssuerKeysTest::key).toList());
    }

    private void fail() {
        asked.getLast().fail(new IOException("away"));
    }

    private static JsonWebKey key(String kid) {
        JsonWebKey key = new OctetSequenceJsonWebKey(new AesKey(new byte[32]));
        key.setKeyId(kid);
        return key;
    }

    private static List<String> kids(UniAssertSubscriber<List<JsonWebKey>> found) {
        return found.assertCompleted().getItem().stream()
                .map(JsonWebKey::getKeyId)
                .toList();
    }

    private static void assertUnavailable(UniAssertSubscriber<?> refused) {
        ApiException failure = (ApiException) refused.assertFailed().getFailure();
        assertThat(failure.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }
}
