package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.contracts.session.SessionEvent.SessionStarted;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.SessionCommand.EndForAll;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoiningTest {
    private final Given given = new Given();

    @Test
    void theFirstJoinStartsTheSession() {
        // When
        var changed = (Changed) given.tell(Given.join("anna"));

        // Then
        var anna =
                new Participant("p1", "anna", "ANNA", null, Role.PARTICIPANT, false, false, false, false, Given.START);
        assertThat(changed.events())
                .containsExactly(
                        new SessionStarted("s1", 1, Given.START, CallType.VIDEO),
                        new ParticipantJoined("s1", 2, Given.START, anna));
        assertThat(Given.typeOf(changed.after())).isEqualTo(CallType.VIDEO);
    }

    @Test
    void aLaterJoinAddsToIt() {
        // Given
        given.joined("anna").afterSeconds(5);

        // When
        var changed = (Changed) given.tell(Given.join("ben"));

        // Then
        assertThat(changed.events()).singleElement().isInstanceOf(ParticipantJoined.class);
        assertThat(changed.after().members()).extracting(Member::id).containsExactly("p1", "p2");
        assertThat(changed.after().seq()).isEqualTo(3);
    }

    @Test
    void theSameUserTwiceIsTwoParticipants() {
        // Given
        given.joined("anna");

        // When
        given.tell(Given.join("anna"));

        // Then
        assertThat(given.session().members())
                .extracting(member -> member.participant().uid())
                .containsExactly("anna", "anna");
    }

    @Test
    void onlyTheJoinThatStartsTheSessionSetsItsType() {
        // Given
        given.told(Given.join("anna", CallType.AUDIO));

        // When
        given.tell(Given.join("ben", CallType.VIDEO));

        // Then
        assertThat(Given.typeOf(given.session())).isEqualTo(CallType.AUDIO);
    }

    @Test
    void anAudioCallBeginsWithoutPictures() {
        // When
        given.tell(Given.join("anna", CallType.AUDIO));

        // Then
        assertThat(given.member("p1").participant().videoPaused()).isTrue();
    }

    @Test
    void aJoinMayBeMutedAndPaused() {
        // When
        given.tell(new Joins("anna").audioMuted(true).videoPaused(true).build());

        // Then
        Participant anna = given.member("p1").participant();
        assertThat(anna.audioMuted()).isTrue();
        assertThat(anna.videoPaused()).isTrue();
    }

    @Test
    void aViewerSendsNothingWhateverItAsksFor() {
        // When
        given.tell(new Joins("vera")
                .role(Role.VIEWER)
                .audioMuted(false)
                .videoPaused(false)
                .build());

        // Then
        Participant vera = given.member("p1").participant();
        assertThat(vera.audioMuted()).isTrue();
        assertThat(vera.videoPaused()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theRoleOfTheTokenIsKept(Role role) {
        // When
        given.tell(Given.join("anna", role));

        // Then
        assertThat(given.member("p1").participant().role()).isEqualTo(role);
    }

    @Test
    void aSessionThatEndedStartsAgainAndItsNumbersGoOn() {
        // Given
        given.joined("anna").told(new EndForAll(Given.SERVER)).afterSeconds(60);

        // When
        var changed = (Changed) given.tell(Given.join("ben", CallType.AUDIO));

        // Then
        assertThat(changed.events()).extracting(SessionEvent::seq).isEqualTo(List.of(5L, 6L));
        assertThat(Given.typeOf(changed.after())).isEqualTo(CallType.AUDIO);
        assertThat(changed.after().members()).extracting(Member::id).containsExactly("p2");
    }
}
