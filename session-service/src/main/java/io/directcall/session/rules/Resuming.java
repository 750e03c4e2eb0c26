package io.directcall.session.rules;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import io.directcall.session.rules.SessionCommand.Join;
import java.util.Optional;
import java.util.Set;

/** A page that was loaded again goes on as the participant that it was before. */
final class Resuming {
    private Resuming() {}

    /**
     * Who goes on. Nobody when the named participant is gone, is another user's, or has other rights than the token now gives: what the
     * others and the bridge were told when it joined would not be true any more, so that is a new participant.
     */
    static Optional<Member> whomOf(Session session, Join join) {
        return join.participantId()
                .flatMap(session::member)
                .filter(member -> member.uid().equals(join.user().uid()))
                .filter(member -> hasRightsOf(join, member.participant()));
    }

    private static boolean hasRightsOf(Join join, Participant participant) {
        return participant.role() == join.role()
                && participant.publishes().equals(join.role().limit(join.publishes()));
    }

    static Decision decide(Draft draft, Member member, Join join) {
        Member resumed = draft.resume(member, join.idlePeriod().orElse(member.idlePeriod()), join.admission());
        Participant before = member.participant();
        Participant after = wanted(join, before.publishes()).applyTo(before);
        if (!after.equals(before)) {
            draft.update(resumed, after, before.participantId());
        }
        return draft.changed();
    }

    /** A screen share ended with its page. What is not said stays as it was, and so does what may not be sent. */
    private static Change wanted(Join join, Set<TrackKind> publishes) {
        return new Change(
                publishes.contains(TrackKind.AUDIO) ? join.audioMuted() : null,
                publishes.contains(TrackKind.CAMERA) ? join.videoPaused() : null,
                false,
                null);
    }
}
