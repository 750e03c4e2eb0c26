package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
    private record Config(Optional<String> issuer, Optional<String> audience, List<String> algorithms, String uidClaim)
            implements OidcConfig {}

    @Test
    void isNoneByDefault() {
        assertThat(Issuer.of(new Config(Optional.empty(), Optional.of("calls"), List.of("RS256"), "sub")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example/realms/calls",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:1"
            })
    void isReachedByTlsOrOnThisMachine(String url) {
        assertThat(issuer(url, "calls", "RS256").url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "http://127.0.0.1.id.example",
                "http://localhost.id.example",
                "ftp://localhost",
                "file:///etc/passwd",
                "id.example",
                "https://id.example?a=b",
                "https://id.example#a",
                "https://id example"
            })
    void isNothingElse(String url) {
        assertThatThrownBy(() -> issuer(url, "calls", "RS256"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directcall.oidc.issuer")
                .hasMessageContaining(url);
    }

    @Test
    void needsAnAudience() {
        assertThatThrownBy(() -> issuer("https://id.example", null, "RS256"))
                .hasMessageContaining("directcall.oidc.audience is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "rs256", "RSA1_5", ""})
    void hasNoAlgorithmThatSharesASecretOrThatIsNotKnown(String algorithm) {
        assertThatThrownBy(() -> issuer("https://id.example", "calls", "RS256", algorithm))
                .hasMessageContaining("directcall.oidc.algorithms")
                .hasMessageContaining("ES256");
    }

    @Test
    void hasSomeAlgorithm() {
        assertThatThrownBy(() -> issuer("https://id.example", "calls")).hasMessageContaining("algorithms is []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example/realms/calls", "https://id.example/realms/calls/"})
    void isDiscoveredBelowItsPath(String url) {
        assertThat(issuer(url, "calls", "RS256").discovery())
                .isEqualTo("https://id.example/realms/calls/.well-known/openid-configuration");
    }

    private static Issuer issuer(String url, String audience, String... algorithms) {
        return Issuer.of(new Config(Optional.of(url), Optional.ofNullable(audience), List.of(algorithms), "sub"))
                .orElseThrow();
    }
}
