package io.directcall.token.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How the keys that sign call tokens are kept and replaced. */
@ConfigMapping(prefix = "directcall.keys")
public interface KeysConfig {
    /**
     * What private keys are encrypted with in the database: 32 random bytes each, in Base64. The first encrypts; all of them decrypt, so
     * that a new one is put in front of the old one until the keys that the old one encrypted are gone. No default.
     */
    List<String> secrets();

    /**
     * What the next key is for: {@code ES256}, {@code ES384}, {@code EdDSA}, {@code PS256} or {@code RS256}. The keys that there are stay what
     * they are until they are replaced.
     */
    @WithDefault("ES256")
    String algorithm();

    /** How long a new key is published before it signs. Default 10 min: twice as long as others may keep the JSON Web Key Set. */
    @WithDefault("10m")
    Duration lead();

    /** How long a key signs before the next one takes its place by itself. Default 30 days. */
    @WithDefault("30d")
    Duration rotateEvery();
}
