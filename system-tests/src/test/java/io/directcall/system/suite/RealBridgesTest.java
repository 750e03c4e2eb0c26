package io.directcall.system.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealBridgesTest {
    private static final List<String> URLS = List.of("http://10.0.0.7:8080", "http://10.0.0.8:8080");

    @Test
    void readsWhereTheyAre() {
        // When
        List<String> urls = RealBridges.urls("http://10.0.0.7:8080, http://10.0.0.8:8080,");

        // Then
        assertThat(urls).isEqualTo(URLS);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void knowsNoneWhenNoneAreNamed(String given) {
        // When
        List<String> urls = RealBridges.urls(given);

        // Then
        assertThat(urls).isEmpty();
    }

    @Test
    void startsASuiteOnThem() {
        // When
        List<String> options = RealBridges.added(List.of("--port", "0"), URLS);

        // Then
        assertThat(options).containsExactly("--port", "0", "--jvb", "http://10.0.0.7:8080,http://10.0.0.8:8080");
    }

    @Test
    void leavesWhoNamesBridgesAlone() {
        // Given
        List<String> own = List.of("--bridges", "2");

        // When
        List<String> options = RealBridges.added(own, URLS);

        // Then
        assertThat(options).isEqualTo(own);
    }
}
