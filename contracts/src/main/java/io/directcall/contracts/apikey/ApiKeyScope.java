package io.directcall.contracts.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an API key is good for. */
public enum ApiKeyScope {
    /** Everything. */
    @JsonProperty("fullAccess")
    FULL_ACCESS("fullAccess"),
    /** Creates, shows and changes users, and makes auth tokens for them; nothing else. */
    @JsonProperty("authOnly")
    AUTH_ONLY("authOnly");

    private final String word;

    ApiKeyScope(String word) {
        this.word = word;
    }

    /** Whether a key of this scope may do what needs a key of the other. */
    public boolean covers(ApiKeyScope needed) {
        return this == FULL_ACCESS || this == needed;
    }

    /** As the API spells it. */
    public String word() {
        return word;
    }
}
