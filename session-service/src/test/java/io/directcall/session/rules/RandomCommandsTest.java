package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.rules.SessionCommand.Update;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the events alone must know the session as it is, whatever happens in whatever order. */
class RandomCommandsTest {
    private static final int COMMANDS = 20_000;
    private static final List<String> UIDS = List.of("anna", "ben", "cleo", "mia");

    private final Given given = new Given();
    private final Follower follower = new Follower();
    private long mediaSeq;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theEventsTellTheWholeStory(long seed) {
        // Given
        var random = new Random(seed);

        for (int i = 0; i < COMMANDS; i++) {
            Session before = given.session();

            // When
            Decision decision = given.tell(anyCommand(random));
            given.after(java.time.Duration.ofMillis(random.nextInt(4_000)));

            // Then
            if (decision instanceof Changed changed) {
                changed.events().forEach(follower::apply);
            } else {
                assertThat(given.session()).isSameAs(before);
            }
            follower.assertKnows(given.session());
        }
        assertThat(follower.ended).as("sessions that ended").isPositive();
    }

    private SessionCommand anyCommand(Random random) {
        String pid = anyParticipant(random);
        String uid = given.session()
                .member(pid)
                .map(member -> member.participant().uid())
                .orElse("anna");
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> Given.join(any(random, UIDS), any(random, List.of(Role.values())));
            case 3, 4, 5, 6 -> new Update(pid, anyChange(random), anyActor(random));
            case 7, 8 -> new Remove(pid, anyActor(random));
            case 9 -> random.nextInt(10) == 0 ? new EndForAll(anyActor(random)) : new TimePassed();
            case 10, 11 -> new TimePassed();
            case 12, 13, 14, 15 -> new StreamOpened(pid, uid, "c" + random.nextInt(5));
            case 16, 17, 18 -> new StreamClosed(pid, uid, "c" + random.nextInt(5));
            case 19, 20, 21 -> new MediaFound(pid, anyMediaSeq(random));
            default -> new MediaLost(pid, anyMediaSeq(random));
        };
    }

    private String anyParticipant(Random random) {
        List<Member> members = given.session().members();
        return members.isEmpty() || random.nextInt(20) == 0
                ? "p0"
                : any(random, members).id();
    }

    private long anyMediaSeq(Random random) {
        return random.nextInt(5) == 0 ? mediaSeq : ++mediaSeq;
    }

    private static Actor anyActor(Random random) {
        return random.nextInt(8) == 0
                ? Given.SERVER
                : new Actor.User(any(random, UIDS), any(random, List.of(Role.values())));
    }

    private static Change anyChange(Random random) {
        return new Change(anyFlag(random), anyFlag(random), anyFlag(random), anyFlag(random));
    }

    private static Boolean anyFlag(Random random) {
        return random.nextInt(3) == 0 ? random.nextBoolean() : null;
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Knows the session by its events, as the clients do. */
    private static final class Follower {
        private final Map<String, Participant> present = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();
        private boolean active;
        private long seq;
        private int ended;

        void apply(SessionEvent event) {
            assertThat(event.seq()).as("seq of %s", event).isEqualTo(seq + 1);
            seq = event.seq();
            switch (event) {
                case SessionEvent.SessionStarted started -> {
                    assertThat(active).as("active before %s", started).isFalse();
                    active = true;
                }
                case SessionEvent.ParticipantJoined joined -> {
                    assertThat(active).isTrue();
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
                    assertThat(present.remove(left.participantId()))
                            .as("who left")
                            .isNotNull();
                case SessionEvent.VideoRequested ignored -> assertThat(active).isTrue();
                case SessionEvent.SwitchedToVideo ignored -> assertThat(active).isTrue();
                case SessionEvent.IdleWarning ignored -> assertThat(present).hasSize(1);
                case SessionEvent.KeptAlive ignored -> assertThat(present).hasSize(1);
                case SessionEvent.SessionEnded done -> {
                    assertThat(active).as("active before %s", done).isTrue();
                    assertThat(present).isEmpty();
                    active = false;
                    ended++;
                }
            }
        }

        void assertKnows(Session session) {
            assertThat(session.seq()).isEqualTo(seq);
            assertThat(session.life() instanceof Life.Active).isEqualTo(active);
            assertThat(session.members().isEmpty()).isEqualTo(!active);
            assertThat(session.dueAt().isEmpty())
                    .as("nothing due in %s", session.life())
                    .isEqualTo(!active || quiet(session));
            assertThat(session.members().stream().map(Member::participant)).containsExactlyElementsOf(present.values());
            for (Member member : session.members()) {
                assertSound(member);
            }
        }

        /** In company, and all are heard of. */
        private static boolean quiet(Session session) {
            return session.members().size() > 1
                    && session.members().stream()
                            .allMatch(member -> member.presence().lostAt().isEmpty());
        }

        private static void assertSound(Member member) {
            if (member.participant().role() == Role.VIEWER) {
                assertThat(member.participant().audioMuted()).isTrue();
                assertThat(member.participant().videoPaused()).isTrue();
                assertThat(member.participant().screenSharing()).isFalse();
            }
        }
    }
}
