package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    @Test
    void knowsEachOfItsKeysAndNoOther() {
        // Given
        ApiKeys keys = new ApiKeys(List.of("one", " two "));

        // When / Then
        assertThat(List.of("one", "two")).allMatch(keys::knows);
        assertThat(List.of("One", "on", "onee", "", " two ")).noneMatch(keys::knows);
    }

    @Test
    void letsNobodyInByAnEmptySetting() {
        // Given
        ApiKeys keys = new ApiKeys(List.of("", " "));

        // When / Then
        assertThat(keys.knows("")).isFalse();
        assertThat(keys.knows(" ")).isFalse();
    }

    @Test
    void tellsMissingFromUnknown() {
        // Given
        ApiKeys keys = new ApiKeys(List.of("one"));

        // When / Then
        assertThatThrownBy(() -> keys.require(null))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_APIKEY));
        assertThatThrownBy(() -> keys.require("two"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND));
    }
}
