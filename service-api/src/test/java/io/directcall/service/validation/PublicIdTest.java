package io.directcall.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "alice@example.com", "room:1.2_3-4", "...", ".a", "A9"})
    void takesWhatStandsUnescapedInAPath(String id) {
        assertThat(id).matches(PublicId.REGEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a b",
                "a/b",
                "a%",
                "ä",
                "a\n",
                "a\u0000",
                "a?b",
                "a#b",
                "😀",
                "аlice",
                "ａlice",
                "alice\u200b"
            })
    void refusesTheRest(String id) {
        assertThat(id).doesNotMatch(PublicId.REGEX);
    }

    @Test
    void endsAtAHundredCharacters() {
        assertThat("x".repeat(100)).matches(PublicId.REGEX);
        assertThat("x".repeat(101)).doesNotMatch(PublicId.REGEX);
    }
}
