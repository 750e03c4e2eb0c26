package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent.ParticipantUpdated;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.Update;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdatingTest {
    private final Given given = new Given();

    @Test
    void theOwnStateChanges() {
        // Given
        given.joined("anna");

        // When
        var changed = (Changed) given.tell(new Update("p1", new Change(true, null, true, true), Given.user("anna")));

        // Then
        var updated = (ParticipantUpdated) changed.events().getFirst();
        assertThat(updated.seq()).isEqualTo(3);
        assertThat(updated.updatedBy()).isEqualTo("p1");
        assertThat(updated.participant().audioMuted()).isTrue();
        assertThat(updated.participant().videoPaused()).isFalse();
        assertThat(updated.participant().screenSharing()).isTrue();
        assertThat(updated.participant().handRaised()).isTrue();
        assertThat(changed.after().member("p1").orElseThrow().participant()).isEqualTo(updated.participant());
    }

    @Test
    void aChangeToTheSameIsNoEvent() {
        // Given
        given.joined("anna").told(new Update("p1", Given.mute(), Given.user("anna")));

        // When
        Decision decision = given.tell(new Update("p1", Given.mute(), Given.user("anna")));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void anEmptyChangeIsNoEvent() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(new Update("p1", new Change(null, null, null, null), Given.user("anna")));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void aModeratorChangesOthersInItsOwnName() {
        // Given
        given.joined("anna").told(Given.join("mia", Role.MODERATOR));

        // When
        var changed = (Changed) given.tell(new Update("p1", Given.mute(), Given.moderator("mia")));

        // Then
        assertThat(((ParticipantUpdated) changed.events().getFirst()).updatedBy())
                .isEqualTo("p2");
    }

    @Test
    void aModeratorWhoIsNotInTheCallChangesOthersToo() {
        // Given
        given.joined("anna");

        // When
        var changed = (Changed) given.tell(new Update("p1", Given.mute(), Given.moderator("mia")));

        // Then
        assertThat(((ParticipantUpdated) changed.events().getFirst()).updatedBy())
                .isNull();
    }

    @Test
    void theServerChangesOthersInNobodysName() {
        // Given
        given.joined("anna");

        // When
        var changed = (Changed) given.tell(new Update("p1", Given.mute(), Given.SERVER));

        // Then
        assertThat(((ParticipantUpdated) changed.events().getFirst()).updatedBy())
                .isNull();
    }

    @Test
    void aParticipantMutesAnotherInItsOwnName() {
        // Given
        given.joined("anna", "ben");

        // When
        var changed = (Changed) given.tell(new Update("p1", Given.mute(), Given.user("ben")));

        // Then
        assertThat(((ParticipantUpdated) changed.events().getFirst()).updatedBy())
                .isEqualTo("p2");
    }

    @Test
    void whoIsNotInTheCallMayNotMuteAnother() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(new Update("p1", Given.mute(), Given.user("ben")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void anUnknownParticipantIsRefused() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(new Update("p9", Given.mute(), Given.user("anna")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND));
    }

    static Stream<Change> mediaChanges() {
        return Stream.of(
                new Change(false, null, null, null),
                new Change(null, false, null, null),
                new Change(null, null, true, null),
                new Change(true, true, false, true));
    }

    @ParameterizedTest
    @MethodSource("mediaChanges")
    void aViewersMediaStaysOff(Change change) {
        // Given
        given.told(Given.join("vera", Role.VIEWER));

        // When
        Decision decision = given.tell(new Update("p1", change, new Actor.User("vera", Role.VIEWER)));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.AUTH_ERR_NO_ACCESS));
    }

    @Test
    void aViewerMayRaiseItsHand() {
        // Given
        given.told(Given.join("vera", Role.VIEWER));

        // When
        given.tell(new Update("p1", new Change(null, null, null, true), new Actor.User("vera", Role.VIEWER)));

        // Then
        assertThat(given.member("p1").participant().handRaised()).isTrue();
    }
}
