package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.subscription.EndReason;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserEntitlementTest {
    private final Queue<CompletableFuture<String>> lookups = new ArrayDeque<>();
    private final UserEntitlement entitlement =
            new UserEntitlement("alice", Uni.createFrom().completionStage(this::lookup));

    @Test
    void lastsWhileTheCredentialsCount() {
        // Given
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        // When
        lookups.remove().complete("alice");
        // Then
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTH_ERR_AUTH_TOKEN_NOT_FOUND", "AUTH_ERR_APIKEY_NOT_FOUND"})
    void endsWhenTheTokenOrTheApiKeyIsNobodysAnyMore(ErrorCode refusal) {
        // Given
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        // When
        lookups.remove().completeExceptionally(new ApiException(refusal));
        // Then
        assertThat(entitlement.endedAt(Instant.EPOCH)).hasValue(EndReason.TOKEN_REVOKED);
    }

    @Test
    void endsWhenTheTokenOfAnIdentityProviderHasExpired() {
        // Given
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();

        // When
        lookups.remove().completeExceptionally(new ApiException(ErrorCode.AUTH_ERR_TOKEN_EXPIRED));

        // Then
        assertThat(entitlement.endedAt(Instant.EPOCH)).hasValue(EndReason.TOKEN_EXPIRED);
    }

    @Test
    void lastsWhileItIsNotKnownAndLooksAgain() {
        // Given
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        lookups.remove().completeExceptionally(new ApiException(ErrorCode.ERR_UNAVAILABLE));
        // When
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        lookups.remove().completeExceptionally(new ApiException(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND));
        // Then
        assertThat(entitlement.endedAt(Instant.EPOCH)).hasValue(EndReason.TOKEN_REVOKED);
    }

    @Test
    void asksOnceAtATime() {
        // When
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        assertThat(entitlement.endedAt(Instant.EPOCH)).isEmpty();
        // Then
        assertThat(lookups).hasSize(1);
    }

    private CompletableFuture<String> lookup() {
        CompletableFuture<String> lookup = new CompletableFuture<>();
        lookups.add(lookup);
        return lookup;
    }
}
