package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Knows a session by its events alone, as the clients do. */
final class Follower {
    private final Map<String, Participant> present = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean active;
    private CallType type;
    private long seq;

    void apply(SessionEvent event) {
        assertThat(event.seq()).as("seq of %s", event).isEqualTo(seq + 1);
        seq = event.seq();
        assertThat(active).as("active before %s", event).isEqualTo(!(event instanceof SessionEvent.SessionStarted));
        switch (event) {
            case SessionEvent.SessionStarted started -> {
                active = true;
                type = started.callType();
            }
            case SessionEvent.ParticipantJoined joined -> {
                assertThat(seen.add(joined.participant().participantId()))
                        .as("new id")
                        .isTrue();
                present.put(joined.participant().participantId(), joined.participant());
            }
            case SessionEvent.ParticipantUpdated updated ->
                assertThat(present.put(updated.participant().participantId(), updated.participant()))
                        .as("before %s", updated)
                        .isNotNull()
                        .isNotEqualTo(updated.participant());
            case SessionEvent.ParticipantLeft left ->
                assertThat(present.remove(left.participantId())).as("who left").isNotNull();
            case SessionEvent.VideoRequested asked -> {
                assertThat(type).isEqualTo(CallType.AUDIO);
                assertThat(present).containsKey(asked.initiator());
            }
            case SessionEvent.SwitchedToVideo ignored -> {
                assertThat(type).isEqualTo(CallType.AUDIO);
                type = CallType.VIDEO;
            }
            case SessionEvent.IdleWarning warning -> assertThat(present).containsOnlyKeys(warning.participantId());
            case SessionEvent.KeptAlive ignored -> assertThat(present).hasSize(1);
            case SessionEvent.ForModerators ignored -> {}
            case SessionEvent.SessionEnded ignored -> {
                assertThat(present).isEmpty();
                active = false;
            }
        }
    }

    private static boolean sendsOnlyWhatItMay(Participant participant) {
        Set<TrackKind> may = participant.publishes();
        return (participant.role() != Role.VIEWER || may.isEmpty())
                && (may.contains(TrackKind.AUDIO) || participant.audioMuted())
                && (may.contains(TrackKind.CAMERA) || participant.videoPaused())
                && (may.contains(TrackKind.SCREEN) || !participant.screenSharing());
    }

    void assertKnows(Session session) {
        assertThat(session.seq()).isEqualTo(seq);
        assertThat(session.life() instanceof Life.Active).isEqualTo(active);
        assertThat(session.members().isEmpty()).isEqualTo(!active);
        assertThat(session.members().stream().map(Member::participant)).containsExactlyElementsOf(present.values());
        if (session.life() instanceof Life.Active now) {
            assertThat(now.type()).isEqualTo(type);
            assertThat(now.attendance() instanceof Attendance.Company)
                    .as("company of %s", session.members())
                    .isEqualTo(session.members().size() > 1);
        }
        assertThat(session.members()).extracting(Member::participant).allMatch(Follower::sendsOnlyWhatItMay);
    }
}
