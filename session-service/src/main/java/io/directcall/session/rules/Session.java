package io.directcall.session.rules;

import io.directcall.contracts.session.Participant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session as it is now. Immutable.
 *
 * @param id named by the application, or by session-service for a call that is placed by ringing
 * @param life where it stands; members are in it only while it is active
 * @param seq number of its last event, 0 before the first
 * @param mediaSeq number of the last media event that changed it
 * @param members in the order of joining
 * @param invitation who calls whom, for a call that was placed by ringing
 */
public record Session(
        String id, Life life, long seq, long mediaSeq, List<Member> members, Optional<Invitation> invitation) {
    public Session {
        members = List.copyOf(members);
    }

    /** A session that nobody has joined. */
    public static Session notStarted(String id) {
        return new Session(id, new Life.NotStarted(), 0, 0, List.of(), Optional.empty());
    }

    /** The member with this participant id. */
    public Optional<Member> member(String participantId) {
        return members.stream()
                .filter(member -> member.id().equals(participantId))
                .findFirst();
    }

    /** The user's participant, the one that joined first when it has several. */
    Optional<Participant> participantOf(String uid) {
        return members.stream()
                .map(Member::participant)
                .filter(participant -> participant.uid().equals(uid))
                .findFirst();
    }

    /** Who acts, as a participant; empty for the application's server and for who is not in the session. */
    Optional<Participant> participantOf(Actor actor) {
        return switch (actor) {
            case Actor.Server ignored -> Optional.empty();
            case Actor.User user -> participantOf(user.uid());
        };
    }

    /** When {@link SessionCommand.TimePassed} will change something, if nothing else happens before. */
    public Optional<Instant> dueAt() {
        return Stream.of(
                        members.stream().flatMap(member -> member.presence().goneAt().stream()),
                        invitation.flatMap(Invitation::dueAt).stream(),
                        lifeDueAt())
                .flatMap(times -> times)
                .min(Comparator.naturalOrder());
    }

    private Stream<Instant> lifeDueAt() {
        return switch (life) {
            case Life.NotStarted ignored -> Stream.empty();
            case Life.Ringing ignored -> Stream.empty();
            case Life.Waiting waiting -> Stream.of(waiting.until());
            case Life.Active active ->
                Stream.of(
                                active.attendance().dueAt(),
                                active.videoRequest().map(Life.VideoRequest::until),
                                active.until())
                        .flatMap(Optional::stream);
            case Life.Ended ignored -> Stream.empty();
        };
    }
}
