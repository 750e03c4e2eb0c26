package io.directcall.token.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.service.error.ApiException;
import io.directcall.token.call.Grant.Asker;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    @ParameterizedTest
    @EnumSource(Asker.class)
    void grantsAParticipantWhenNoRoleIsNamed(Asker asker) {
        assertThat(Grant.decide(new NewCallToken("s", null, null), asker))
                .isEqualTo(new Grant("s", Role.PARTICIPANT, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsTheServerGiveAnyRole(Role role) {
        assertThat(Grant.decide(new NewCallToken("s", role, null), Asker.SERVER))
                .isEqualTo(new Grant("s", role, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MODERATOR", "VIEWER"})
    void letsAUserGiveItselfNoRole(Role role) {
        assertThat(refusal(new NewCallToken("s", role, null), Asker.USER)).isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    static Stream<Set<TrackKind>> kinds() {
        return Stream.of(Set.of(), Set.of(TrackKind.AUDIO), Set.of(TrackKind.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void letsTheServerSayWhatIsSent(Set<TrackKind> kinds) {
        assertThat(Grant.decide(new NewCallToken("s", null, kinds), Asker.SERVER))
                .isEqualTo(new Grant("s", Role.PARTICIPANT, Optional.of(kinds)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void letsAUserSayNothingAboutIt(Set<TrackKind> kinds) {
        assertThat(refusal(new NewCallToken("s", null, kinds), Asker.USER)).isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    @Test
    void aViewerMaySendNothing() {
        assertThat(Grant.decide(new NewCallToken("s", Role.VIEWER, Set.of()), Asker.SERVER))
                .isEqualTo(new Grant("s", Role.VIEWER, Optional.of(Set.of())));
        assertThat(refusal(new NewCallToken("s", Role.VIEWER, Set.of(TrackKind.AUDIO)), Asker.SERVER))
                .isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void nullIsNoKind() {
        assertThat(refusal(new NewCallToken("s", null, Collections.singleton(null)), Asker.SERVER))
                .isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void needsASession() {
        assertThat(refusal(null, Asker.USER)).isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        assertThat(refusal(new NewCallToken(null, null, null), Asker.USER))
                .isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        assertThat(refusal(new NewCallToken("", null, null), Asker.USER))
                .isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "..", "a/b", "\u0000"})
    void refusesAMalformedSession(String sessionId) {
        assertThat(refusal(new NewCallToken(sessionId, null, null), Asker.USER)).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    private static ErrorCode refusal(NewCallToken wanted, Asker asker) {
        return catchThrowableOfType(ApiException.class, () -> Grant.decide(wanted, asker))
                .code();
    }
}
