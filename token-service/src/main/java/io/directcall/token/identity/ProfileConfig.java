package io.directcall.token.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where a token of the identity provider says how its user looks, beside what all services read of it. */
@ConfigMapping(prefix = "directcall.oidc")
public interface ProfileConfig {
    /** The claim that is the name. */
    @WithDefault("name")
    String nameClaim();

    /** The claim that is the URL of a picture. */
    @WithDefault("picture")
    String avatarClaim();
}
