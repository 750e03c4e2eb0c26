package io.directcall.token.user;

/** What names and avatars may look like. */
public final class UserRules {
    public static final int NAME_MAX = 200;
    public static final int AVATAR_MAX = 1000;

    /** Whole characters only: PostgreSQL takes no NUL, and a control character in a name only confuses whoever reads it. */
    public static final String NAME = "[^\\p{Cntrl}\\p{Cs}]*";

    public static final String NAME_MESSAGE = "must not contain control characters";

    /** Printable ASCII, as URLs are: the avatar travels in every call token. */
    public static final String AVATAR = "https?://[!-~]+";

    public static final String AVATAR_MESSAGE = "must be an http or https URL";

    private UserRules() {}

    /** Whether the text may be a user's name. */
    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_MAX && text.matches(NAME);
    }

    /** Whether the text may be a user's avatar. */
    public static boolean isAvatar(String text) {
        return text.length() <= AVATAR_MAX && text.matches(AVATAR);
    }
}
