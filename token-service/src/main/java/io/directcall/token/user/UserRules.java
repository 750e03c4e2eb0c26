package io.directcall.token.user;

/** What names and avatars may look like. */
final class UserRules {
    static final int NAME_MAX = 200;
    static final int AVATAR_MAX = 1000;

    /** Whole characters only: PostgreSQL takes no NUL, and a control character in a name only confuses whoever reads it. */
    static final String NAME = "[^\\p{Cntrl}\\p{Cs}]*";

    static final String NAME_MESSAGE = "must not contain control characters";

    /** Printable ASCII, as URLs are: the avatar travels in every call token. */
    static final String AVATAR = "https?://[!-~]+";

    static final String AVATAR_MESSAGE = "must be an http or https URL";

    private UserRules() {}
}
