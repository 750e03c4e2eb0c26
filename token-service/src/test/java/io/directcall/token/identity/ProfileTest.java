package io.directcall.token.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.service.oidc.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTest {
    private record Config(String nameClaim, String avatarClaim) implements ProfileConfig {}

    @Test
    void isWhatTheClaimsSay() {
        assertThat(profile(Map.of("name", "Ada", "picture", "https://p.example/a", "preferred_username", "a")))
                .isEqualTo(profile("Ada", "https://p.example/a"));
    }

    @Test
    void readsTheClaimsThatAreConfigured() {
        Identity identity = new Identity("ada", Map.of("name", "Ada", "nick", "A", "face", "https://p.example/a"));
        assertThat(Profile.of(identity, new Config("nick", "face"))).isEqualTo(profile("A", "https://p.example/a"));
    }

    static Stream<String> noNames() {
        return Stream.of(" ", "", "a\u0000b", "a\nb", "\ud800", "a".repeat(201));
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void takesTheSecondNameForOneThatBreaksTheRules(String name) {
        assertThat(profile(Map.of("name", name, "preferred_username", "ada")).name())
                .contains("ada");
        assertThat(profile(Map.of("name", name, "preferred_username", name)).name())
                .isEmpty();
    }

    static Stream<String> noAvatars() {
        return Stream.of("", "javascript:alert(1)", "data:image/png;base64,AA", "/a.png", "https://a b");
    }

    @ParameterizedTest
    @MethodSource("noAvatars")
    void leavesOutAnAvatarThatBreaksTheRules(String avatar) {
        assertThat(profile(Map.of("picture", avatar)).avatar()).isEmpty();
    }

    private static Profile profile(Map<String, String> claims) {
        return Profile.of(new Identity("ada", claims), new Config("name", "picture"));
    }

    private static Profile profile(String name, String avatar) {
        return new Profile(Optional.of(name), Optional.of(avatar));
    }
}
