package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.security.UserCredentials.Holder;
import io.directcall.service.security.UserCredentials.Server;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserCredentialsTest {
    @Test
    void takesTheServerThatNamesAUser() {
        assertThat(read(null, "key", "alice")).isEqualTo(new Server("key", "alice"));
        assertThat(read("token", "key", "alice")).isEqualTo(new Server("key", "alice"));
    }

    @Test
    void takesTheUserItself() {
        assertThat(read(" token ", null, null)).isEqualTo(new Holder("token"));
        assertThat(read("token", "key", null)).isEqualTo(new Holder("token"));
        assertThat(read("token", null, "bob")).isEqualTo(new Holder("token"));
    }

    @Test
    void refusesTheRest() {
        assertThat(refusal(null, null, null).code()).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        assertThat(refusal(" ", null, "bob").code()).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        assertThat(refusal(null, "key", "a b").code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void tellsTheServerToNameAUser() {
        // When
        ApiException refused = refusal(null, "key", null);

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        assertThat(refused).hasMessageContaining("onBehalfOf");
    }

    @Test
    void takesNoBearerToken() {
        Map<String, String> headers = Map.of("Authorization", "Bearer dca_x");

        assertThat(catchThrowableOfType(ApiException.class, () -> UserCredentials.of(headers::get))
                        .code())
                .isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(read("dca_secret", null, null).toString()).doesNotContain("secret");
        assertThat(read(null, "secret", "alice").toString()).doesNotContain("secret");
    }

    private static UserCredentials read(String authToken, String apiKey, String onBehalfOf) {
        Map<String, String> headers = new HashMap<>();
        headers.put("authToken", authToken);
        headers.put("apikey", apiKey);
        headers.put("onBehalfOf", onBehalfOf);
        return UserCredentials.of(headers::get);
    }

    private static ApiException refusal(String authToken, String apiKey, String onBehalfOf) {
        return catchThrowableOfType(ApiException.class, () -> read(authToken, apiKey, onBehalfOf));
    }
}
