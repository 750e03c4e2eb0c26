package io.directcall.token.identity;

import io.directcall.service.oidc.Identity;
import io.directcall.token.user.UserRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the identity provider shows a user. What breaks the rules of names and avatars is left out: nobody is kept out of a call by a name.
 *
 * @param name empty when the token has none
 * @param avatar empty when the token has none
 */
record Profile(Optional<String> name, Optional<String> avatar) {
    private static final String SECOND_NAME_CLAIM = "preferred_username";

    static Profile of(Identity identity, ProfileConfig config) {
        return new Profile(
                Stream.of(config.nameClaim(), SECOND_NAME_CLAIM)
                        .flatMap(claim -> identity.text(claim).stream())
                        .filter(UserRules::isName)
                        .findFirst(),
                identity.text(config.avatarClaim()).filter(UserRules::isAvatar));
    }
}
