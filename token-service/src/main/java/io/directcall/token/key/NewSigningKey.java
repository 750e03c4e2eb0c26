package io.directcall.token.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The body that makes the next signing key; it may be missing.
 *
 * @param signsInSeconds how long the key is published before it signs, 1 to 86,400; {@code directcall.keys.lead} when missing. With less
 *     than five minutes, who keeps the JSON Web Key Set for as long as it allows refuses the first tokens
 */
public record NewSigningKey(@Min(1) @Max(86_400) Integer signsInSeconds) {}
