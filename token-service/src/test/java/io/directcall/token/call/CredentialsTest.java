package io.directcall.token.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.token.auth.AuthTokenSecret;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void takesTheServerThatNamesAUser() {
        assertThat(Credentials.of(null, "key", "alice")).isEqualTo(new Credentials.Server("key", "alice"));
        assertThat(Credentials.of("token", "key", "alice")).isEqualTo(new Credentials.Server("key", "alice"));
    }

    @Test
    void takesTheUserItself() {
        Credentials user = new Credentials.User(new AuthTokenSecret("token"));

        assertThat(Credentials.of(" token ", null, null)).isEqualTo(user);
        assertThat(Credentials.of("token", "key", null)).isEqualTo(user);
        assertThat(Credentials.of("token", null, "bob")).isEqualTo(user);
    }

    @Test
    void refusesTheRest() {
        assertThat(refusal(null, null, null)).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        assertThat(refusal(" ", null, "bob")).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        assertThat(refusal(null, "key", null)).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
        assertThat(refusal(null, "key", "a b")).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    private static ErrorCode refusal(String authToken, String apiKey, String onBehalfOf) {
        return catchThrowableOfType(ApiException.class, () -> Credentials.of(authToken, apiKey, onBehalfOf))
                .code();
    }
}
