package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguousCredentialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"apikey", "authToken", "callToken", "onBehalfOf", "Authorization"})
    void one_reader_takes_the_first_header_and_another_the_last(String header) {
        assertThat(found(Map.of(header, List.of("a", "b"))))
                .hasValueSatisfying(message -> assertThat(message).contains(header));
        assertThat(found(Map.of(header, List.of("a")))).isEmpty();
    }

    @Test
    void one_reader_takes_the_call_token_and_another_the_bearer() {
        assertThat(found(Map.of("callToken", List.of("a"), "Authorization", List.of("Bearer b"))))
                .isPresent();
    }

    @Test
    void the_same_token_in_both_is_one() {
        assertThat(found(Map.of("callToken", List.of("a"), "Authorization", List.of("bearer a "))))
                .isEmpty();
        assertThat(found(Map.of("callToken", List.of("a"), "Authorization", List.of("Basic b"))))
                .isEmpty();
        assertThat(found(Map.of())).isEmpty();
    }

    private static Optional<String> found(Map<String, List<String>> headers) {
        return AmbiguousCredentials.found(name -> headers.getOrDefault(name, List.of()));
    }
}
