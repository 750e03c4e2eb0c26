package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.error.ApiException;
import java.util.Collection;
import java.util.Optional;

/** The API keys of an installation: those of its configuration and those that token-service made. Safe for use by many threads. */
public final class ApiKeys {
    private final ConfiguredApiKeys fullAccess;
    private final ConfiguredApiKeys authOnly;
    private final PublishedApiKeys published;

    /**
     * @param fullAccess keys of the configuration
     * @param authOnly keys of the configuration; one that is also in the other setting has full access
     * @param published the keys that token-service made
     */
    public ApiKeys(Collection<String> fullAccess, Collection<String> authOnly, PublishedApiKeys published) {
        this.fullAccess = new ConfiguredApiKeys(fullAccess, ApiKeyScope.FULL_ACCESS);
        this.authOnly = new ConfiguredApiKeys(authOnly, ApiKeyScope.AUTH_ONLY);
        this.published = published;
    }

    /**
     * Whose key it is; empty when it is nobody's.
     *
     * @throws ApiException 503 {@code ERR_UNAVAILABLE} when it may be one of those that were not read yet
     */
    public Optional<ApiKeyHolder> find(String key) {
        SecretHash hash = SecretHash.of(key);
        Optional<ApiKeyHolder> found = fullAccess
                .find(hash)
                .or(() -> authOnly.find(hash))
                .or(() -> published.find(hash).map(made -> new ApiKeyHolder(made.id(), made.scope())));
        if (found.isEmpty() && key.startsWith(ApiKey.START) && !published.complete()) {
            throw new ApiException(ErrorCode.ERR_UNAVAILABLE);
        }
        return found;
    }

    /**
     * Lets only a known key of a sufficient scope pass.
     *
     * @param key as it was sent, null when it was not
     * @throws ApiException 401 {@code AUTH_ERR_EMPTY_APIKEY} or {@code AUTH_ERR_APIKEY_NOT_FOUND}, 403 {@code AUTH_ERR_NO_ACCESS} for a
     *     key of another scope, and as {@link #find}
     */
    public ApiKeyHolder require(String key, ApiKeyScope needed) {
        if (key == null) {
            throw new ApiException(ErrorCode.AUTH_ERR_EMPTY_APIKEY);
        }
        ApiKeyHolder holder = find(key).orElseThrow(() -> new ApiException(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND));
        if (!holder.scope().covers(needed)) {
            throw new ApiException(
                    ErrorCode.AUTH_ERR_NO_ACCESS,
                    "The API key has the scope " + holder.scope().word() + ". Use one with the scope " + needed.word()
                            + ".");
        }
        return holder;
    }
}
