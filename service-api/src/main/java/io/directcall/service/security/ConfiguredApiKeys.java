package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.service.auth.SecretHash;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The API keys of the configuration. Compares in a time that tells nothing about the keys. */
final class ConfiguredApiKeys {
    private static final int SHOWN_DIGITS = 8;

    private final List<Entry> entries;

    /** @param keys blank ones are left out: an empty setting must not let anybody in */
    ConfiguredApiKeys(Collection<String> keys, ApiKeyScope scope) {
        this.entries = keys.stream()
                .map(String::trim)
                .filter(key -> !key.isEmpty())
                .map(SecretHash::of)
                .map(hash -> new Entry(hash, new ApiKeyHolder(idOf(hash), scope)))
                .toList();
    }

    private static String idOf(SecretHash hash) {
        return "config-" + hash.hex().substring(0, SHOWN_DIGITS);
    }

    /** Whose key has this hash. Hashes have one length, so that not even the length of a key shows in the time. */
    Optional<ApiKeyHolder> find(SecretHash hash) {
        byte[] sent = hash.bytes();
        Optional<ApiKeyHolder> found = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash().bytes(), sent)) {
                found = Optional.of(entry.holder());
            }
        }
        return found;
    }

    private record Entry(SecretHash hash, ApiKeyHolder holder) {}
}
