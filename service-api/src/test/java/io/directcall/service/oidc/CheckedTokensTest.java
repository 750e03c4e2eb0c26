package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {
    private static final Instant EXPIRY = Instant.parse("2026-01-01T00:00:00Z");

    private final Identity ada = new Identity("ada", Map.of());
    private final List<JsonWebKey> keys = new ArrayList<>();
    private Instant now = EXPIRY.minusMillis(1);
    private final CheckedTokens tokens = new CheckedTokens(() -> now);

    @BeforeEach
    void check() {
        tokens.add("token", ada, EXPIRY, keys);
    }

    @Test
    void areKnownUntilTheyExpire() {
        assertThat(tokens.find("token", keys)).contains(ada);
        now = EXPIRY;
        assertThat(tokens.find("token", keys)).isEmpty();
    }

    @Test
    void areCheckedAgainWithOtherKeys() {
        assertThat(tokens.find("token", new ArrayList<>())).isEmpty();
    }

    @Test
    void areNobodyElses() {
        assertThat(tokens.find("token2", keys)).isEmpty();
    }
}
