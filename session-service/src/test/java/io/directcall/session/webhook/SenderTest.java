package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.webhook.Receiver.Behaviour;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One attempt, against a server that misbehaves. */
class SenderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Sender sender(Resolver resolver, HttpClientOptions options, Duration timeout) {
        return new Sender(vertx, options, 8, resolver, () -> Given.NOW, timeout);
    }

    private Attempt send(Target target, Resolver resolver) {
        return sender(resolver, new HttpClientOptions(), LONG)
                .send(target, Given.delivery(0))
                .await()
                .atMost(LONG);
    }

    private Target receiverAllowed() {
        return Given.target("crm", receiver.url(), true);
    }

    private static Resolver knows(String... addresses) {
        return host ->
                java.util.Arrays.stream(addresses).map(SenderTest::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void postsSignedJson() {
        // When
        Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

        // Then
        assertThat(attempt.succeeded()).isTrue();
        assertThat(receiver.got()).singleElement().satisfies(got -> {
            assertThat(got.path()).isEqualTo("/hooks?from=calls");
            assertThat(got.body()).isEqualTo("{}");
            assertThat(got.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("webhook-id", "msg_1")
                    .containsEntry("webhook-timestamp", Long.toString(Given.NOW.getEpochSecond()))
                    .containsEntry(
                            "webhook-signature",
                            Signer.of(List.of(Given.SECRET)).sign("msg_1", Given.NOW, "{}"));
        });
    }

    @Test
    void connectionsAreUsedAgain() {
        // Given
        Sender sender = sender(Resolver.OF_MACHINE, new HttpClientOptions(), LONG);

        // When
        for (int i = 0; i < 20; i++) {
            sender.send(receiverAllowed(), Given.delivery(0)).await().atMost(LONG);
        }

        // Then: an answer counts before its connection is free again, so there may be more than one.
        assertThat(receiver.got().stream()
                        .map(Receiver.Got::connection)
                        .distinct()
                        .count())
                .isLessThan(10);
    }

    @Test
    void aFailureIsAnAnswerLikeOthers() {
        // Given
        receiver.will(Behaviour.status(500));

        // When
        Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

        // Then
        assertThat(attempt).isEqualTo(new Attempt(500, "answered 500", Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "Sun, 01 Mar 2026 12:01:30 GMT"})
    void hearsWhatTheTargetAsksFor(String retryAfter) {
        // Given
        receiver.will(Behaviour.retryAfter(429, retryAfter));

        // When
        Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

        // Then
        assertThat(attempt.retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999999999999", ""})
    void ignoresWhatItCanNotReadInRetryAfter(String retryAfter) {
        // Given
        receiver.will(Behaviour.retryAfter(503, retryAfter));

        // When
        Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

        // Then
        assertThat(attempt).isEqualTo(new Attempt(503, "answered 503", Duration.ZERO));
    }

    @Test
    void aTargetThatHangsIsLeft() {
        // Given
        receiver.will(Behaviour.hang());

        // When
        Attempt attempt = sender(Resolver.OF_MACHINE, new HttpClientOptions(), TIMEOUT)
                .send(receiverAllowed(), Given.delivery(0))
                .await()
                .atMost(LONG);

        // Then
        assertThat(attempt).isEqualTo(Attempt.broken("no answer within 1 s"));
    }

    @Test
    void aConnectionThatBreaksIsAFailedAttempt() {
        // Given
        receiver.will(Behaviour.closeUnanswered());

        // When
        Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

        // Then
        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.status()).isZero();
    }

    @Test
    void theStatusCountsWhateverBecomesOfTheBody() {
        // Given
        Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>(
                List.of(Behaviour.closeMidAnswer(), Behaviour.endless(), Behaviour.status(200)));
        receiver.willDecide(request -> behaviours.remove());
        Sender sender = sender(Resolver.OF_MACHINE, new HttpClientOptions(), LONG);

        // When
        for (int i = 0; i < 3; i++) {
            Attempt attempt =
                    sender.send(receiverAllowed(), Given.delivery(0)).await().atMost(LONG);

            // Then
            assertThat(attempt.succeeded()).isTrue();
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        // Given
        try (Receiver inside = new Receiver()) {
            receiver.will(Behaviour.redirect(inside.url()));

            // When
            Attempt attempt = send(receiverAllowed(), Resolver.OF_MACHINE);

            // Then
            assertThat(attempt.status()).isEqualTo(302);
            assertThat(attempt.succeeded()).isFalse();
            assertThat(inside.got()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "2130706433",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "169.254.169.254"
            })
    void aTargetInsideTheNetworkIsRefused(String host) {
        // Given
        Target target = Given.target("crm", "http://" + host + ":" + receiver.port(), false);

        // When
        Attempt attempt = send(target, Resolver.OF_MACHINE);

        // Then
        assertThat(attempt.error()).startsWith("refused: ");
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void theNameIsResolvedForEachAttemptAndOnlyOnceInIt() {
        // Given
        var asked = new AtomicInteger();
        Resolver rebinding = host -> List.of(address(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
        // The name itself does not exist: whoever looked it up again would fail.
        Target target = Given.target("crm", "http://rebinding.invalid:" + receiver.port(), true);

        // When
        Attempt attempt = send(target, rebinding);

        // Then
        assertThat(attempt.succeeded()).isTrue();
        assertThat(asked).hasValue(1);
        assertThat(receiver.got().getFirst().headers()).containsEntry("host", "rebinding.invalid:" + receiver.port());
    }

    @Test
    void aNameThatTurnsPrivateIsRefusedFromThenOn() {
        // Given
        Target target = Given.target("crm", "http://rebinding.invalid:" + receiver.port(), false);

        // When
        Attempt attempt = send(target, knows("1.1.1.1", "127.0.0.1"));

        // Then
        assertThat(attempt.error()).contains("127.0.0.1 is not a public address");
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void attemptsGoThroughTheAddresses() {
        // Given
        Target target = Given.target("crm", "http://twice.invalid:" + receiver.port(), true);
        Resolver deadAndAlive = knows("127.0.0.2", "127.0.0.1");

        // When
        Sender sender = sender(deadAndAlive, new HttpClientOptions(), LONG);
        Attempt first = sender.send(target, Given.delivery(0)).await().atMost(LONG);
        Attempt second = sender.send(target, Given.delivery(1)).await().atMost(LONG);

        // Then
        assertThat(first.succeeded()).isFalse();
        assertThat(second.succeeded()).isTrue();
    }

    @Test
    void aNameThatIsNotKnownIsAFailedAttempt() {
        // Given
        Target target = Given.target("crm", "http://nobody.invalid", true);

        // When
        Attempt attempt = send(target, host -> {
            throw new UnknownHostException(host);
        });

        // Then
        assertThat(attempt.error()).isEqualTo("the name nobody.invalid is not known");
    }

    @Test
    void httpsIsVerifiedByTheNameThoughTheConnectionGoesToAnAddress(@TempDir Path folder) throws Exception {
        // Given
        JksOptions store = SelfSigned.of("hooks.example", folder);
        try (Receiver secure = new Receiver(new HttpServerOptions().setSsl(true).setKeyCertOptions(store), 0)) {
            Sender trusting = sender(knows("127.0.0.1"), new HttpClientOptions().setTrustOptions(store), LONG);
            Sender ordinary = sender(knows("127.0.0.1"), new HttpClientOptions(), LONG);
            Target right = Given.target("right", "https://hooks.example:" + secure.port(), true);
            Target wrong = Given.target("wrong", "https://other.example:" + secure.port(), true);

            // When
            Attempt verified = trusting.send(right, Given.delivery(0)).await().atMost(LONG);
            Attempt otherName = trusting.send(wrong, Given.delivery(0)).await().atMost(LONG);
            Attempt notTrusted = ordinary.send(right, Given.delivery(0)).await().atMost(LONG);

            // Then
            assertThat(verified.succeeded()).isTrue();
            assertThat(otherName.error()).contains("SSL");
            assertThat(notTrusted.error()).contains("SSL");
            assertThat(secure.got()).hasSize(1);
        }
    }
}
