package io.directcall.media.conference;

import static io.directcall.contracts.media.TrackKind.AUDIO;
import static io.directcall.contracts.media.TrackKind.CAMERA;
import static io.directcall.contracts.media.TrackKind.SCREEN;
import static io.directcall.media.conference.Switch.HELD;
import static io.directcall.media.conference.Switch.OFF;
import static io.directcall.media.conference.Switch.ON;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Layer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestrictionsTest {
    private static final Set<TrackKind> ALL = Set.of(AUDIO, CAMERA, SCREEN);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("nothing", of(ALL, ON, ON, false), false, held(false, false)),
                rule("own mute is the browser's", of(ALL, OFF, OFF, false), false, held(false, false)),
                rule("muted by another", of(ALL, HELD, ON, false), false, held(true, false, AUDIO)),
                rule("paused by another", of(ALL, ON, HELD, false), false, held(false, true)),
                rule("paused while sharing", of(ALL, ON, HELD, true), false, held(false, false, CAMERA)),
                rule("an audio call", of(ALL, ON, ON, true), true, held(false, true)),
                rule("paused while sharing, audio call", of(ALL, ON, HELD, true), true, held(false, true, CAMERA)),
                rule("may not speak", of(Set.of(CAMERA, SCREEN), ON, ON, false), false, held(true, false, AUDIO)),
                rule("may only speak", of(Set.of(AUDIO), ON, ON, false), false, held(false, true, CAMERA, SCREEN)),
                rule("may not share", of(Set.of(AUDIO, CAMERA), ON, ON, true), false, held(false, false, SCREEN)),
                rule(
                        "may not share and is paused",
                        of(Set.of(AUDIO, CAMERA), ON, HELD, true),
                        false,
                        held(false, true, SCREEN)),
                rule("may only share", of(Set.of(AUDIO, SCREEN), ON, ON, true), false, held(false, false, CAMERA)),
                rule(
                        "may only share, camera paused",
                        of(Set.of(AUDIO, SCREEN), ON, HELD, false),
                        false,
                        held(false, false, CAMERA)),
                rule("a viewer", of(Set.of(), ON, ON, false), false, held(true, true, AUDIO, CAMERA, SCREEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsBack(String name, Publishing publishing, boolean audioCall, Restrictions expected) {
        assertThat(Restrictions.of(publishing, audioCall)).isEqualTo(expected);
    }

    @Test
    void tellsTheBridgeOnlyOfSourcesThatAreNotWithheld() {
        // Given
        Source audio = new Source("a", AUDIO, List.of(new Layer(1, null)));
        Source camera = new Source("a", CAMERA, List.of(new Layer(2, 3L)));

        // When
        List<Source> signalled = held(false, false, CAMERA).signalled(List.of(audio, camera));

        // Then
        assertThat(signalled).containsExactly(audio);
    }

    private static Arguments rule(String name, Publishing publishing, boolean audioCall, Restrictions expected) {
        return Arguments.of(name, publishing, audioCall, expected);
    }

    private static Publishing of(Set<TrackKind> allowed, Switch microphone, Switch camera, boolean screenShared) {
        return new Publishing(allowed, microphone, camera, screenShared);
    }

    private static Restrictions held(boolean audio, boolean video, TrackKind... withheld) {
        return new Restrictions(audio, video, Set.of(withheld));
    }
}
