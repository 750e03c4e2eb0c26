package io.directcall.token.key;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import jakarta.inject.Singleton;
import java.util.List;

/** The key to sign with. Known from the start on; usable only after it was published, else the other services would refuse the tokens. */
@Singleton
public class ActiveKey {
    private volatile SigningKeyPair loaded;
    private volatile boolean published;

    void load(SigningKeyPair key) {
        loaded = key;
    }

    void markPublished() {
        published = true;
    }

    /** Whether tokens can be signed. */
    public boolean usable() {
        return published;
    }

    /**
     * The key to sign with.
     *
     * @throws ApiException {@code ERR_UNAVAILABLE} while it could not be published
     */
    public SigningKeyPair require() {
        if (!published) {
            throw new ApiException(ErrorCode.ERR_UNAVAILABLE);
        }
        return loaded;
    }

    /** All keys that tokens may be checked with. */
    public List<SigningKeyPair> all() {
        SigningKeyPair key = loaded;
        return key == null ? List.of() : List.of(key);
    }
}
