package io.directcall.token.user;

import io.directcall.service.validation.PublicId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body that creates a user.
 *
 * @param uid see {@link PublicId}
 * @param name at most 200 characters, none of them a control character
 * @param avatar http or https URL of a picture, or null
 */
public record NewUser(
        @NotNull @PublicId String uid,

        @NotBlank @Size(max = UserRules.NAME_MAX) @Pattern(regexp = UserRules.NAME, message = UserRules.NAME_MESSAGE)
        String name,

        @Size(max = UserRules.AVATAR_MAX) @Pattern(regexp = UserRules.AVATAR, message = UserRules.AVATAR_MESSAGE)
        String avatar) {}
