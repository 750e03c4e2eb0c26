package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.LeaveUnlessBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A session that tests tell commands to, with a clock that stands still until it is moved. */
final class Given {
    static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    /** How old the newest word of events-service may be. */
    static final Duration HEARING = Duration.ofSeconds(6);

    static final Policy POLICY = policy(Policy.SameUser.BOTH_STAY, Optional.empty());
    /** For a page that is loaded again. */
    static final Duration GRACE = Duration.ofSeconds(8);

    static final Actor SERVER = new Actor.Server();

    private final AtomicInteger lastId = new AtomicInteger();
    private final SessionRules rules;
    private Instant now = START;
    private Session session = Session.notStarted("s1");

    Given() {
        this(POLICY);
    }

    Given(Policy policy) {
        this.rules = new SessionRules(this::now, () -> "p" + lastId.incrementAndGet(), policy);
    }

    Instant now() {
        return now;
    }

    Session session() {
        return session;
    }

    Given after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Given afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Given until(Instant time) {
        now = time;
        return this;
    }

    /** No stream and no media of anybody. */
    void silenceEverybody() {
        for (Member member : session.members()) {
            if (member.presence() instanceof Presence.Streaming streaming) {
                told(new SessionCommand.StreamClosed(member.id(), member.uid(), streaming.streamId()));
            }
            told(new SessionCommand.MediaLost(member.id(), session.mediaSeq() + 1));
        }
    }

    /** Changes nothing. */
    Decision decide(SessionCommand command) {
        return rules.decide(session, command);
    }

    /** Applies what is decided. */
    Decision tell(SessionCommand command) {
        Decision decision = rules.decide(session, command);
        if (decision instanceof Decision.Changed changed) {
            session = changed.after();
        }
        return decision;
    }

    /** Must be accepted. */
    Given told(SessionCommand command) {
        if (tell(command) instanceof Decision.Refused refused) {
            throw new AssertionError(command + " refused: " + refused.code());
        }
        return this;
    }

    Given joined(String... uids) {
        for (String uid : uids) {
            told(join(uid));
        }
        return this;
    }

    Member member(String participantId) {
        return session.member(participantId).orElseThrow();
    }

    static Policy policy(Policy.SameUser sameUser, Optional<Duration> maxLength) {
        return new Policy(
                Policy.MuteOthers.EVERYONE,
                sameUser,
                new Presence.Graces(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(20), HEARING),
                Duration.ofSeconds(180),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                maxLength);
    }

    static Join join(String uid) {
        return join(uid, Role.PARTICIPANT);
    }

    static Join join(String uid, Role role) {
        return new Joins(uid).role(role).build();
    }

    static Join join(String uid, CallType type) {
        return new Joins(uid).type(type).build();
    }

    /** A page of the user that was loaded again. */
    static Join back(String uid, String participantId) {
        return new Joins(uid).as(participantId).build();
    }

    /** The page of the user's participant goes. */
    static LeaveUnlessBack leaving(String uid, String participantId) {
        return new LeaveUnlessBack(participantId, GRACE, user(uid));
    }

    static Actor user(String uid) {
        return new Actor.User(uid, Role.PARTICIPANT);
    }

    static Actor moderator(String uid) {
        return new Actor.User(uid, Role.MODERATOR);
    }

    /** Of a session that is active. */
    static CallType typeOf(Session session) {
        return ((Life.Active) session.life()).type();
    }

    static Change mute() {
        return new Change(true, null, null, null);
    }
}
