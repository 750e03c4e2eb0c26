package io.directcall.contracts.apikey;

/**
 * An API key that is valid now.
 *
 * @param hash SHA-256 of the key's UTF-8 text, 64 lower-case hex digits; the key itself is known to its holder alone
 * @param id names the key in logs and to whoever revokes it; no secret
 * @param scope what it is good for
 */
public record ApiKey(String hash, String id, ApiKeyScope scope) {
    /** What every key starts with that was made here; those from the configuration look as their owner likes. */
    public static final String START = "dck_";
}
