package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;

/**
 * Who sent an API key.
 *
 * @param id names the key wherever the key itself must not appear: in logs, in counters of requests. The id that it was made with, or
 *     {@code config-} and the first digits of its SHA-256 for one from the configuration
 * @param scope what the key is good for
 */
public record ApiKeyHolder(String id, ApiKeyScope scope) {}
