package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.error.ApiException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
    private static final ApiKey MADE = made("dck_made", "key-1", ApiKeyScope.FULL_ACCESS);

    private final PublishedApiKeys published = new PublishedApiKeys();
    private final ApiKeys keys = new ApiKeys(List.of("one", " two "), List.of("three", ""), published);

    @Test
    void knowsEachOfItsKeysAndNoOther() {
        // Given
        published.add(MADE);
        published.markComplete();

        // When / Then
        assertThat(List.of("one", "two", "three", "dck_made")).allMatch(this::known);
        assertThat(List.of("One", "on", "onee", "", " two ", "dck_mad", "dck_made1"))
                .noneMatch(this::known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void letsNobodyInByAnEmptySetting(String empty) {
        // Given
        ApiKeys open = new ApiKeys(List.of("", " "), List.of("", " "), published);

        // When / Then
        assertThat(open.find(empty)).isEmpty();
    }

    @Test
    void tellsMissingFromUnknown() {
        // Given
        published.markComplete();

        // When / Then
        assertRefused(ErrorCode.AUTH_ERR_EMPTY_APIKEY, () -> keys.require(null, ApiKeyScope.AUTH_ONLY));
        assertRefused(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND, () -> keys.require("four", ApiKeyScope.AUTH_ONLY));
    }

    @Test
    void refusesAKeyWhoseScopeIsTooSmallAndSaysWhichOneIsNeeded() {
        assertThat(keys.require("three", ApiKeyScope.AUTH_ONLY).scope()).isEqualTo(ApiKeyScope.AUTH_ONLY);
        assertThat(keys.require("one", ApiKeyScope.AUTH_ONLY).scope()).isEqualTo(ApiKeyScope.FULL_ACCESS);
        assertRefused(ErrorCode.AUTH_ERR_NO_ACCESS, () -> keys.require("three", ApiKeyScope.FULL_ACCESS));
        assertThatThrownBy(() -> keys.require("three", ApiKeyScope.FULL_ACCESS))
                .hasMessage("The API key has the scope authOnly. Use one with the scope fullAccess.");
    }

    @Test
    void refusesAKeyThatWasRevoked() {
        // Given
        published.add(MADE);
        published.markComplete();

        // When
        published.withdraw(MADE.hash());

        // Then
        assertRefused(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND, () -> keys.require("dck_made", ApiKeyScope.AUTH_ONLY));
    }

    @Test
    void refusesAKeysIdHashOrFirstCharactersInItsPlace() {
        // Given
        published.add(MADE);
        published.markComplete();

        // When / Then
        assertThat(List.of(MADE.id(), MADE.hash(), "dck_" + MADE.hash(), "dck_ma"))
                .noneMatch(this::known);
    }

    @Test
    void callsNoKeyUnknownBeforeAllKeysAreRead() {
        // When / Then
        assertRefused(ErrorCode.ERR_UNAVAILABLE, () -> keys.require("dck_made", ApiKeyScope.FULL_ACCESS));
        assertThat(List.of("one", "three")).allMatch(this::known);
        assertRefused(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND, () -> keys.require("four", ApiKeyScope.FULL_ACCESS));
    }

    @Test
    void namesAKeyWithoutTellingIt() {
        // Given
        published.add(MADE);

        // When / Then
        assertThat(keys.find("dck_made")).contains(new ApiKeyHolder("key-1", ApiKeyScope.FULL_ACCESS));
        assertThat(keys.find("one")).contains(new ApiKeyHolder("config-7692c3ad", ApiKeyScope.FULL_ACCESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dck_made", "zz"})
    void leavesOutAPublishedKeyWithoutAHash(String hash) {
        // Given
        published.markComplete();

        // When
        published.add(new ApiKey(hash, "key-2", ApiKeyScope.FULL_ACCESS));

        // Then
        assertThat(keys.find("dck_made")).isEmpty();
    }

    @Test
    void leavesOutAPublishedKeyWithoutAScope() {
        // Given
        published.markComplete();

        // When
        published.add(made("dck_made", "key-2", null));

        // Then
        assertThat(keys.find("dck_made")).isEmpty();
    }

    private boolean known(String key) {
        return keys.find(key).isPresent();
    }

    private static ApiKey made(String key, String id, ApiKeyScope scope) {
        return new ApiKey(SecretHash.of(key).hex(), id, scope);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
