package io.directcall.token.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Role;
import io.directcall.service.error.ApiException;
import io.directcall.token.call.Grant.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    @ParameterizedTest
    @EnumSource(Asker.class)
    void grantsAParticipantWhenNoRoleIsNamed(Asker asker) {
        assertThat(Grant.decide(new NewCallToken("s", null), asker)).isEqualTo(new Grant("s", Role.PARTICIPANT));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsTheServerGiveAnyRole(Role role) {
        assertThat(Grant.decide(new NewCallToken("s", role), Asker.SERVER)).isEqualTo(new Grant("s", role));
    }

    @ParameterizedTest
    @EnumSource(names = {"MODERATOR", "VIEWER"})
    void letsAUserGiveItselfNoRole(Role role) {
        assertThat(refusal(new NewCallToken("s", role), Asker.USER)).isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    @Test
    void needsASession() {
        assertThat(refusal(null, Asker.USER)).isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        assertThat(refusal(new NewCallToken(null, null), Asker.USER)).isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        assertThat(refusal(new NewCallToken("", null), Asker.USER)).isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "..", "a/b", "\u0000"})
    void refusesAMalformedSession(String sessionId) {
        assertThat(refusal(new NewCallToken(sessionId, null), Asker.USER)).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    private static ErrorCode refusal(NewCallToken wanted, Asker asker) {
        return catchThrowableOfType(ApiException.class, () -> Grant.decide(wanted, asker))
                .code();
    }
}
