package io.directcall.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.User;
import io.directcall.session.rules.Attendance;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Invitation.Callee;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

/** Whatever state a session is in, the database gives back the same. */
class ColumnsTest {
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123Z");

    static Stream<Life> lives() {
        return Stream.of(
                new Life.Ringing(CallType.AUDIO),
                new Life.Waiting(CallType.VIDEO, AT),
                active(new Attendance.Company(), Optional.empty(), Optional.empty()),
                active(new Attendance.Alone(AT, AT.plusSeconds(60)), Optional.empty(), Optional.of(AT)),
                active(
                        new Attendance.Warned(AT),
                        Optional.of(new Life.VideoRequest("p1", AT.plusSeconds(30))),
                        Optional.empty()),
                new Life.Ended(CallType.AUDIO, Optional.empty(), AT, EndReason.UNANSWERED),
                new Life.Ended(CallType.AUDIO, Optional.of(AT), AT.plusSeconds(9), EndReason.IDLE));
    }

    private static Life active(Attendance attendance, Optional<Life.VideoRequest> request, Optional<Instant> until) {
        return new Life.Active(CallType.AUDIO, AT, attendance, request, until);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aLifeComesBack(Life life) {
        assertThat(LifeColumns.of(life).toLife()).isEqualTo(life);
    }

    static Stream<Presence> presences() {
        return Stream.of(
                new Presence.Joining(AT, AT.plusSeconds(15)),
                new Presence.Streaming("c1", false),
                new Presence.Streaming("c1", true),
                new Presence.MediaOnly(AT),
                new Presence.Reconnecting(AT, AT.plusSeconds(15)),
                new Presence.Leaving(AT, Optional.empty(), false),
                new Presence.Leaving(AT, Optional.of("c1"), true));
    }

    @ParameterizedTest
    @MethodSource("presences")
    void aPresenceComesBack(Presence presence) {
        assertThat(PresenceColumns.of(presence).toPresence()).isEqualTo(presence);
    }

    static Stream<Set<TrackKind>> kinds() {
        return Stream.of(Set.of(), Set.of(TrackKind.CAMERA), Set.of(TrackKind.values()));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("kinds")
    void whatMayBeSentComesBack(Set<TrackKind> kinds) {
        var text = new TrackKindsText();
        assertThat(text.convertToEntityAttribute(text.convertToDatabaseColumn(kinds)))
                .isEqualTo(kinds);
    }

    @Test
    void anInvitationComesBack() {
        // Given
        var invitation = new Invitation(
                new User("anna", "Anna", null),
                "team",
                ReceiverType.GROUP,
                Map.of("ticket", 7, "tags", List.of("a", "b")),
                AT,
                AT.plusSeconds(45),
                List.of(new Callee("ben", Answer.ACCEPTED), new Callee("cleo", Answer.RINGING)));

        // When
        String text = new InvitationText().convertToDatabaseColumn(invitation);

        // Then
        assertThat(new InvitationText().convertToEntityAttribute(text)).isEqualTo(invitation);
    }
}
