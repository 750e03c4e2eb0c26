package io.directcall.service.oidc;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.util.List;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Tells the holder of a token that is refused what is wrong with it. */
final class IdentityRefusals {
    private IdentityRefusals() {}

    static ApiException because(String reason) {
        return new ApiException(
                ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
                "The auth token is not valid: " + reason + ". Get a new one from the identity provider.");
    }

    /** Claims are looked at after the signature only, so that a stranger does not learn here which ones are right. */
    static ApiException of(InvalidJwtException refused, Issuer issuer) {
        List<Integer> codes = refused.getErrorDetails().stream()
                .map(ErrorCodeValidator.Error::getErrorCode)
                .toList();
        if (codes.equals(List.of(ErrorCodes.EXPIRED))) {
            return new ApiException(
                    ErrorCode.AUTH_ERR_TOKEN_EXPIRED,
                    "The auth token has expired. Get a new one from the identity provider.");
        }
        return because(codes.isEmpty() ? "it is malformed" : reason(codes.getFirst(), issuer));
    }

    private static String reason(int code, Issuer issuer) {
        return switch (code) {
            case ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING ->
                "its claim 'iss' is not '" + issuer.url() + "'";
            case ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING ->
                "its claim 'aud' does not contain '" + issuer.audience() + "'";
            case ErrorCodes.EXPIRATION_MISSING -> "it has no claim 'exp'";
            case ErrorCodes.NOT_YET_VALID -> "it is not valid yet";
            case ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING -> "the identity provider did not sign it";
            default -> "the identity provider did not sign it, or it is malformed";
        };
    }
}
