package io.directcall.token.apikey;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.token.user.UserRules;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body that makes an API key.
 *
 * @param scope what the key is good for; never guessed
 * @param name what it is for, at most 200 characters, none of them a control character; or null
 */
public record NewApiKey(
        @NotNull ApiKeyScope scope,

        @Size(max = UserRules.NAME_MAX) @Pattern(regexp = UserRules.NAME, message = UserRules.NAME_MESSAGE)
        String name) {}
