package io.directcall.token.user;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body that changes a user: what is absent stays.
 *
 * @param name as in {@link NewUser}
 * @param avatar as in {@link NewUser}; the empty string removes it
 */
public record ChangedUser(
        @Size(min = 1, max = UserRules.NAME_MAX)
        @Pattern(regexp = UserRules.NAME, message = UserRules.NAME_MESSAGE)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String name,

        @Size(max = UserRules.AVATAR_MAX) @Pattern(regexp = "|" + UserRules.AVATAR, message = UserRules.AVATAR_MESSAGE)
        String avatar) {}
