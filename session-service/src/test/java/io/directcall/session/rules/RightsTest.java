package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Policy.MuteOthers;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.Update;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
    private static final Actor.User OUTSIDER = new Actor.User("otto", Role.PARTICIPANT);

    /** Anna takes part, mia moderates, vera views; ben is changed. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            EVERYONE,   anna,   mute,   -
            EVERYONE,   anna,   pause,  -
            EVERYONE,   anna,   unmute, ERR_CALL_NOT_A_PART
            EVERYONE,   anna,   lower,  ERR_CALL_NOT_A_PART
            EVERYONE,   anna,   unshare, ERR_CALL_NOT_A_PART
            EVERYONE,   vera,   mute,   ERR_CALL_NOT_A_PART
            EVERYONE,   otto,   mute,   ERR_CALL_NOT_A_PART
            MODERATORS, anna,   mute,   ERR_CALL_NOT_A_PART
            MODERATORS, anna,   pause,  ERR_CALL_NOT_A_PART
            MODERATORS, mia,    mute,   -
            MODERATORS, mia,    pause,  -
            MODERATORS, mia,    lower,  -
            MODERATORS, mia,    unshare, -
            MODERATORS, mia,    unmute, AUTH_ERR_NO_ACCESS
            MODERATORS, mia,    resume, AUTH_ERR_NO_ACCESS
            MODERATORS, mia,    raise,  AUTH_ERR_NO_ACCESS
            MODERATORS, mia,    share,  AUTH_ERR_NO_ACCESS
            MODERATORS, server, mute,   -
            MODERATORS, server, unmute, AUTH_ERR_NO_ACCESS
            MODERATORS, ben,    unmute, -
            MODERATORS, ben,    share,  -
            """)
    void whoMayDoWhatToBen(MuteOthers policy, String who, String what, ErrorCode refusal) {
        // Given
        var rights = new Rights(policy);
        Given given = call();
        var ben = given.member("p1").participant();

        // When
        Optional<Refused> answer = rights.refusalOf(new Update("p1", change(what), actor(who)), given.session(), ben);

        // Then
        assertThat(answer.map(Refused::code)).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @CsvSource({"ben, true", "anna, true", "vera, false", "otto, false", "mia, true", "server, true"})
    void ofTwoEitherMayEndTheCall(String who, boolean may) {
        // Given
        Given given = who.equals("vera")
                ? new Given().joined("ben").told(Given.join("vera", Role.VIEWER))
                : new Given().joined("ben", "anna");

        // When
        Decision decision = given.tell(new EndForAll(actor(who)));

        // Then
        assertThat(decision instanceof Decision.Changed).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"ben, false", "anna, false", "vera, false", "mia, true", "server, true"})
    void ofManyOnlyWhoModeratesMayEndTheCall(String who, boolean may) {
        // When
        Decision decision = call().tell(new EndForAll(actor(who)));

        // Then
        assertThat(decision instanceof Decision.Changed).isEqualTo(may);
    }

    private static Given call() {
        return new Given()
                .joined("ben", "anna")
                .told(Given.join("mia", Role.MODERATOR))
                .told(Given.join("vera", Role.VIEWER));
    }

    private static Actor actor(String who) {
        return switch (who) {
            case "server" -> Given.SERVER;
            case "mia" -> Given.moderator("mia");
            case "vera" -> new Actor.User("vera", Role.VIEWER);
            case "otto" -> OUTSIDER;
            default -> Given.user(who);
        };
    }

    private static Change change(String what) {
        return switch (what) {
            case "mute" -> new Change(true, null, null, null);
            case "unmute" -> new Change(false, null, null, null);
            case "pause" -> new Change(null, true, null, null);
            case "resume" -> new Change(null, false, null, null);
            case "share" -> new Change(null, null, true, null);
            case "unshare" -> new Change(null, null, false, null);
            case "raise" -> new Change(null, null, null, true);
            case "lower" -> new Change(null, null, null, false);
            default -> throw new IllegalArgumentException(what);
        };
    }
}
