package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConferenceNamesTest {
    private final ConferenceNames names = new ConferenceNames("here");

    @Test
    void tellsTheSessionFromAName() {
        String session = "A_z.0:9@-";
        assertThat(names.sessionOf(names.next(session))).contains(session);
    }

    @Test
    void usesNoNameTwice() {
        assertThat(names.next("s")).isNotEqualTo(names.next("s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "~~",
                "here",
                "here~s",
                "there~s~1",
                "here~s~1~2",
                "123e4567-e89b-12d3-a456-426614174000"
            })
    void leavesNamesOfOthersAlone(String name) {
        assertThat(names.sessionOf(name)).isEmpty();
    }
}
