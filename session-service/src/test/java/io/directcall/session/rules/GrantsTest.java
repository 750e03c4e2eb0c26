package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.SessionCommand.Update;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a call token lets its holder send. */
class GrantsTest {
    private final Given given = new Given();

    private static Change on(TrackKind kind) {
        return switch (kind) {
            case AUDIO -> new Change(false, null, null, null);
            case CAMERA -> new Change(null, false, null, null);
            case SCREEN -> new Change(null, null, true, null);
        };
    }

    private static Change off(TrackKind kind) {
        return switch (kind) {
            case AUDIO -> new Change(true, null, null, null);
            case CAMERA -> new Change(null, true, null, null);
            case SCREEN -> new Change(null, null, false, null);
        };
    }

    private void joinedWithoutGrantFor(TrackKind missing) {
        TrackKind[] granted = EnumSet.complementOf(EnumSet.of(missing)).toArray(TrackKind[]::new);
        given.told(new Joins("anna")
                .publishes(granted)
                .audioMuted(false)
                .videoPaused(false)
                .build());
    }

    @Test
    void whoeverMayNotSendSomethingDoesNotFromTheJoinOn() {
        // When
        given.told(new Joins("anna")
                .publishes()
                .audioMuted(false)
                .videoPaused(false)
                .build());

        // Then
        Participant anna = given.member("p1").participant();
        assertThat(anna.publishes()).isEmpty();
        assertThat(anna.audioMuted()).isTrue();
        assertThat(anna.videoPaused()).isTrue();
    }

    @Test
    void theGrantsAreThoseOfTheToken() {
        // When
        given.told(
                new Joins("anna").publishes(TrackKind.SCREEN, TrackKind.AUDIO).build());

        // Then
        assertThat(given.member("p1").participant().publishes()).containsExactly(TrackKind.AUDIO, TrackKind.SCREEN);
        assertThat(given.member("p1").participant().audioMuted()).isFalse();
    }

    @Test
    void aViewerSendsNothingWhateverItsTokenSays() {
        // When
        given.told(
                new Joins("vera").role(Role.VIEWER).publishes(TrackKind.AUDIO).build());

        // Then
        assertThat(given.member("p1").participant().publishes()).isEmpty();
        assertThat(given.member("p1").participant().audioMuted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatMayNotBeSentIsNotTurnedOnAndTheRefusalNamesIt(TrackKind missing) {
        // Given
        joinedWithoutGrantFor(missing);

        // When
        var refused = (Refused) given.tell(new Update("p1", on(missing), Given.user("anna")));

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
        assertThat(refused.message()).contains("'" + missing.name().toLowerCase(Locale.ROOT) + "'");
    }

    @ParameterizedTest
    @EnumSource
    void turningOffNeedsNoGrant(TrackKind missing) {
        // Given
        joinedWithoutGrantFor(missing);

        // When
        Decision decision = given.tell(new Update("p1", off(missing), Given.user("anna")));

        // Then
        assertThat(decision).isNotInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCREEN")
    void whatMayBeSentIsNotTouchedByAMissingGrant(TrackKind granted) {
        // Given
        joinedWithoutGrantFor(TrackKind.SCREEN);
        given.told(new Update("p1", off(granted), Given.user("anna")));

        // When
        Decision decision = given.tell(new Update("p1", on(granted), Given.user("anna")));

        // Then
        assertThat(decision).isInstanceOf(Changed.class);
    }

    @Test
    void grantsSurviveChanges() {
        // Given
        joinedWithoutGrantFor(TrackKind.CAMERA);

        // When
        given.told(new Update("p1", off(TrackKind.AUDIO), Given.user("anna")));

        // Then
        assertThat(given.member("p1").participant().publishes()).containsExactly(TrackKind.AUDIO, TrackKind.SCREEN);
    }
}
