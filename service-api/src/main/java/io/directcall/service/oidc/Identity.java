package io.directcall.service.oidc;

import java.util.Map;
import java.util.Optional;

/**
 * Who a user is, as the identity provider says.
 *
 * @param uid has the form of a uid
 * @param texts those claims of the token that are texts; lists of groups, which may be long, are not kept
 */
public record Identity(String uid, Map<String, String> texts) {
    /** A claim that is a text; empty when it is missing or anything else. */
    public Optional<String> text(String claim) {
        return Optional.ofNullable(texts.get(claim));
    }
}
