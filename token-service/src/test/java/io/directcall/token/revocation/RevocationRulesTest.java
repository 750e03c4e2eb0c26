package io.directcall.token.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.Revocation.Ban;
import io.directcall.contracts.token.Revocation.OfToken;
import io.directcall.contracts.token.Revocation.OfUser;
import io.directcall.contracts.token.Revocation.OfUserInSession;
import io.directcall.service.error.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevocationRulesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final Instant NOW = AT.plusNanos(456_789);
    private static final Instant END = AT.plus(RevocationRules.KEPT);

    static Stream<Arguments> asked() {
        return Stream.of(
                Arguments.of(wanted("t", null, null, false, null), List.of(new OfToken("t", AT, END))),
                Arguments.of(wanted(null, "ada", null, false, null), List.of(new OfUser("ada", AT, END))),
                Arguments.of(wanted(null, "ada", "s", false, null), List.of(new OfUserInSession("ada", "s", AT, END))),
                Arguments.of(
                        wanted(null, "ada", "s", true, null),
                        List.of(new OfUserInSession("ada", "s", AT, END), new Ban("ada", "s", AT, null))),
                Arguments.of(
                        wanted(null, "ada", "s", true, 60L),
                        List.of(
                                new OfUserInSession("ada", "s", AT, END),
                                new Ban("ada", "s", AT, AT.plusSeconds(60)))));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void revokesWhatIsAskedFor(NewRevocation wanted, List<Revocation> expected) {
        assertThat(RevocationRules.asked(wanted, NOW)).isEqualTo(expected);
    }

    static Stream<NewRevocation> unclear() {
        return Stream.of(
                wanted(null, null, null, false, null),
                wanted("t", "ada", null, false, null),
                wanted("t", null, "s", false, null),
                wanted(null, null, "s", true, null),
                wanted(null, "ada", null, true, null),
                wanted(null, "ada", "s", false, 60L));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void refusesWhatIsUnclear(NewRevocation wanted) {
        // When
        var refusal = catchThrowableOfType(ApiException.class, () -> RevocationRules.asked(wanted, NOW));

        // Then
        assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    static Stream<Arguments> events() {
        var kick = new OfUserInSession("ada", "s", AT, END);
        return Stream.of(
                Arguments.of(left(LeaveReason.KICKED, null), List.of(kick)),
                Arguments.of(left(LeaveReason.KICKED, true), List.of(kick, new Ban("ada", "s", AT, null))),
                Arguments.of(left(LeaveReason.LEFT, null), List.of()),
                Arguments.of(left(LeaveReason.TOKEN_REVOKED, null), List.of()),
                Arguments.of(new SessionEnded("s", 1, AT, EndReason.EVERYONE_LEFT), List.of()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aKickRevokes(SessionEvent event, List<Revocation> expected) {
        assertThat(RevocationRules.following(event)).isEqualTo(expected);
    }

    private static SessionEvent left(LeaveReason reason, Boolean banned) {
        return new ParticipantLeft("s", 4, AT, "p", "ada", reason, banned);
    }

    private static NewRevocation wanted(String jti, String uid, String sessionId, boolean ban, Long banSeconds) {
        return new NewRevocation(jti, uid, sessionId, ban, banSeconds);
    }
}
