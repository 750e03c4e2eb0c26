package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Admission;
import io.directcall.session.rules.Attendance;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Presence;
import io.directcall.session.rules.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OccasionsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.500Z");
    private static final Instant END = START.plusSeconds(60);
    private static final Participant ADA =
            new Participant("00000000000000aa", "ada", "Ada", null, Role.MODERATOR, false, true, false, false, START);

    private final ObjectMapper json = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private static Session session(Life life, Participant... participants) {
        List<Member> members = List.of(participants).stream()
                .map(participant -> new Member(
                        participant,
                        new Presence.Streaming("stream", true),
                        1,
                        Duration.ZERO,
                        new Admission("token", START)))
                .toList();
        return new Session("room", life, 0, 0, members, Optional.empty());
    }

    private static Life active(CallType type) {
        return new Life.Active(type, START, new Attendance.Company(), Optional.empty(), Optional.empty());
    }

    private static Life ended(EndReason reason) {
        return new Life.Ended(CallType.VIDEO, Optional.of(START), END, reason);
    }

    private List<String> told(Session before, Session after, SessionEvent... events) {
        return Occasions.of(before, new Decision.Changed(after, List.of(events), List.of())).stream()
                .map(this::write)
                .toList();
    }

    private String write(Occasion occasion) {
        try {
            return occasion.trigger().text() + " " + json.writeValueAsString(occasion);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstJoinStartsAMeeting() {
        // When
        List<String> told = told(
                Session.notStarted("room"),
                session(active(CallType.AUDIO), ADA),
                new SessionEvent.SessionStarted("room", 1, START, CallType.AUDIO),
                new SessionEvent.ParticipantJoined("room", 2, START, ADA));

        // Then
        assertThat(told).containsExactly("""
                meeting_started {"sessionId":"room","seq":1,"created_at":1772366400}""", """
                meeting_participant_joined {"sessionId":"room","seq":2,"uid":"ada","participantId":"00000000000000aa",\
                "name":"Ada","role":"moderator",\
                "occupant":{"joined_at":1772366400,"audio_call":"true","name":"Ada"},\
                "initial_config":{"is_audio_muted":"false","is_video_muted":"true","is_audio_only":"true"}}""");
    }

    @Test
    void theEndTellsWhoLeftAndWhenItBegan() {
        // When
        List<String> told = told(
                session(active(CallType.VIDEO), ADA),
                session(ended(EndReason.ENDED_FOR_ALL)),
                new SessionEvent.ParticipantLeft("room", 3, END, ADA.participantId(), "ada", LeaveReason.SESSION_ENDED),
                new SessionEvent.SessionEnded("room", 4, END, EndReason.ENDED_FOR_ALL));

        // Then
        assertThat(told).containsExactly("""
                meeting_participant_left {"sessionId":"room","seq":3,"uid":"ada","participantId":"00000000000000aa",\
                "name":"Ada","reason":"session-ended",\
                "occupant":{"joined_at":1772366400,"left_at":1772366460,"audio_call":"false","name":"Ada"}}""", """
                meeting_ended {"sessionId":"room","seq":4,"created_at":1772366400,"destroyed_at":1772366460,\
                "reason":"ended-for-all"}""");
    }

    @Test
    void whatHappensWithinAMeetingIsNotTold() {
        // Given
        Session meeting = session(active(CallType.VIDEO), ADA);

        // When
        List<String> told = told(
                meeting,
                meeting,
                new SessionEvent.ParticipantUpdated("room", 3, END, ADA, ADA.participantId()),
                new SessionEvent.IdleWarning("room", 4, END, ADA.participantId(), END),
                new SessionEvent.KeptAlive("room", 5, END, ADA.participantId()));

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void aCallThatNobodyJoinedWasNoMeeting() {
        // Given
        Session ringing = session(new Life.Ringing(CallType.VIDEO));
        Session over = session(new Life.Ended(CallType.VIDEO, Optional.empty(), END, EndReason.UNANSWERED));

        // When
        List<String> told = told(ringing, over, new SessionEvent.SessionEnded("room", 1, END, EndReason.UNANSWERED));

        // Then
        assertThat(told).isEmpty();
    }
}
