package io.directcall.service.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The identity provider whose tokens are taken for auth tokens. The same in all services of an installation. */
@ConfigMapping(prefix = "directcall.oidc")
public interface OidcConfig {
    /** Claim {@code iss} of its tokens, to the letter, and where its keys are found. None by default: no such tokens are taken. */
    Optional<String> issuer();

    /** What claim {@code aud} must contain: what the issuer calls this installation. Must be set where the issuer is. */
    Optional<String> audience();

    /** The algorithms of signatures that are accepted. */
    @WithDefault("RS256,PS256,ES256")
    List<String> algorithms();

    /** The claim that is the uid. It must be one that users can't change. */
    @WithDefault("sub")
    String uidClaim();
}
