package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent.SwitchedToVideo;
import io.directcall.contracts.session.SessionEvent.VideoRequested;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import org.junit.jupiter.api.Test;

class VideoSwitchTest {
    private final Given given = new Given();

    private Given annaAndBenTalk() {
        return given.told(Given.join("anna", CallType.AUDIO)).joined("ben");
    }

    private static SwitchToVideo by(String uid) {
        return new SwitchToVideo(Given.user(uid));
    }

    @Test
    void theOthersAreAsked() {
        // Given
        annaAndBenTalk();

        // When
        var changed = (Changed) given.tell(by("anna"));

        // Then
        assertThat(changed.events())
                .containsExactly(new VideoRequested("s1", 4, Given.START, "p1", Given.START.plusSeconds(30)));
        assertThat(Given.typeOf(given.session())).isEqualTo(CallType.AUDIO);
    }

    @Test
    void whoAsksForTheSameAgrees() {
        // Given
        annaAndBenTalk().told(by("anna"));

        // When
        var changed = (Changed) given.tell(by("ben"));

        // Then
        assertThat(changed.events()).containsExactly(new SwitchedToVideo("s1", 5, Given.START, "p1", "p2"));
        assertThat(Given.typeOf(given.session())).isEqualTo(CallType.VIDEO);
    }

    @Test
    void askingAgainChangesNothing() {
        // Given
        annaAndBenTalk().told(by("anna"));

        // When
        Decision decision = given.tell(by("anna"));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void aRequestLapses() {
        // Given
        annaAndBenTalk().told(by("anna")).afterSeconds(30);

        // When
        var changed = (Changed) given.tell(by("ben"));

        // Then
        assertThat(changed.events().getFirst()).isInstanceOf(VideoRequested.class);
    }

    @Test
    void aRequestGoesWithWhoAsked() {
        // Given
        annaAndBenTalk().joined("cleo").told(by("anna")).told(new Remove("p1", Given.user("anna")));

        // When
        var changed = (Changed) given.tell(by("ben"));

        // Then
        assertThat(changed.events().getFirst()).isInstanceOf(VideoRequested.class);
    }

    @Test
    void whoIsAloneAsksNobody() {
        // Given
        given.told(Given.join("anna", CallType.AUDIO));

        // When
        var changed = (Changed) given.tell(by("anna"));

        // Then
        assertThat(changed.events()).containsExactly(new SwitchedToVideo("s1", 3, Given.START, "p1", null));
    }

    @Test
    void theServerAsksNobody() {
        // Given
        annaAndBenTalk();

        // When
        var changed = (Changed) given.tell(new SwitchToVideo(Given.SERVER));

        // Then
        assertThat(changed.events()).containsExactly(new SwitchedToVideo("s1", 4, Given.START, null, null));
    }

    @Test
    void aVideoCallStaysOne() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(by("anna"));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_AUDIO));
    }

    @Test
    void aViewerHasNoSay() {
        // Given
        annaAndBenTalk().told(Given.join("vera", Role.VIEWER));

        // When
        Decision decision = given.tell(new SwitchToVideo(new Actor.User("vera", Role.VIEWER)));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.AUTH_ERR_NO_ACCESS));
    }

    @Test
    void aStrangerHasNoSay() {
        // Given
        annaAndBenTalk();

        // When
        Decision decision = given.tell(by("mallory"));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }
}
