package io.directcall.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.User;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.Admission;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Party;
import io.directcall.session.rules.Policy;
import io.directcall.session.rules.Presence;
import io.directcall.session.rules.Session;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in whatever order: the history says what a clerk says who looks at the session each second. */
class AnySessionTest {
    private static final List<String> UIDS = List.of("anna", "ben", "cleo");
    private static final Policy POLICY = new Policy(
            Policy.MuteOthers.EVERYONE,
            Policy.SameUser.OLDER_LEAVES,
            new Presence.Graces(
                    Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(6)),
            Duration.ofSeconds(180),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Optional.empty());

    private enum What {
        JOIN_AUDIO,
        JOIN_VIDEO,
        LEAVE,
        SWITCH,
        END,
        PLACE,
        ACCEPT,
        REJECT,
        CANCEL,
        TIME
    }

    record Step(What what, String uid, int seconds) {
        private SessionCommand command(Session session) {
            var by = new Actor.User(uid, Role.MODERATOR);
            return switch (what) {
                case JOIN_AUDIO -> join(CallType.AUDIO);
                case JOIN_VIDEO -> join(CallType.VIDEO);
                case LEAVE -> new SessionCommand.Remove(participantOf(session), by);
                case SWITCH -> new SessionCommand.SwitchToVideo(by);
                case END -> new SessionCommand.EndForAll(by);
                case PLACE -> place();
                case ACCEPT -> new SessionCommand.Accept(uid, false);
                case REJECT -> new SessionCommand.Reject(uid, RejectReason.REJECTED);
                case CANCEL -> new SessionCommand.Cancel(new Party.Server());
                case TIME -> new SessionCommand.TimePassed(Instant.MAX);
            };
        }

        private SessionCommand join(CallType type) {
            return new SessionCommand.Join(
                    new CallUser(uid, uid, null),
                    Role.MODERATOR,
                    Role.MODERATOR.publishes(),
                    null,
                    null,
                    type,
                    Optional.empty(),
                    Optional.empty(),
                    new Admission("token-of-" + uid, Instant.EPOCH));
        }

        private SessionCommand place() {
            return new SessionCommand.Place(
                    new User("anna", "Anna", null),
                    "team",
                    ReceiverType.GROUP,
                    CallType.AUDIO,
                    List.of("ben", "cleo"),
                    Duration.ofSeconds(45),
                    Map.of(),
                    uid.equals("anna") ? Set.of("ben", "cleo") : Set.of("cleo"),
                    false);
        }

        private String participantOf(Session session) {
            return session.members().stream()
                    .filter(member -> member.participant().uid().equals(uid))
                    .map(Member::id)
                    .findFirst()
                    .orElse("nobody");
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.of(UIDS),
                        Arbitraries.integers().between(0, 90))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 2_000)
    void theHistorySaysWhatAClerkSays(@ForAll("steps") List<Step> steps) {
        // Given
        var now = new Instant[] {Instant.parse("2026-01-01T10:00:00Z")};
        var lastId = new AtomicInteger();
        var rules = new SessionRules(() -> now[0], () -> "p" + lastId.incrementAndGet(), POLICY);
        var session = Session.notStarted("s1");
        var clerk = new Clerk();
        var book = new Book();

        for (Step step : steps) {
            // When
            clerk.watch(session, step.seconds());
            now[0] = now[0].plusSeconds(step.seconds());
            if (rules.decide(session, step.command(session)) instanceof Decision.Changed change) {
                HistoryRules.of(session, change).forEach(book::write);
                session = change.after();
            }

            // Then
            clerk.assertAgrees(book, now[0]);
            assertNewestIs(book, session);
        }
    }

    private static void assertNewestIs(Book book, Session session) {
        if (session.life() instanceof Life.NotStarted) {
            assertThat(book.calls()).isEmpty();
            return;
        }
        Book.Page newest = book.calls().getLast();
        assertThat(newest.status()).isEqualTo(session.life().callStatus().orElseThrow());
        assertThat(newest.endedAt().isPresent()).isEqualTo(session.life() instanceof Life.Ended);
        assertThat(newest.type())
                .isEqualTo(
                        switch (session.life()) {
                            case Life.Ringing ringing -> ringing.type();
                            case Life.Waiting waiting -> waiting.type();
                            case Life.Active active -> active.type();
                            case Life.Ended ended -> ended.type();
                            case Life.NotStarted ignored -> throw new AssertionError();
                        });
        session.invitation()
                .ifPresent(call -> call.callees().stream()
                        .filter(callee -> newest.callees().containsKey(callee.uid()))
                        .forEach(callee -> assertThat(newest.callees().get(callee.uid()))
                                .isEqualTo(RingingHistory.stateOf(callee.answer()))));
    }
}
