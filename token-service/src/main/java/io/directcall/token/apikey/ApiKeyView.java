package io.directcall.token.apikey;

import io.directcall.contracts.apikey.ApiKeyScope;

/**
 * An API key as the API shows it.
 *
 * @param id names it to whoever revokes it, and in logs
 * @param apiKey the whole key in the answer that makes it, else null
 * @param prefix its first 12 characters
 * @param scope what it is good for
 * @param name what its maker wrote, or null
 * @param createdAt seconds since 1970
 */
public record ApiKeyView(String id, String apiKey, String prefix, ApiKeyScope scope, String name, long createdAt) {}
