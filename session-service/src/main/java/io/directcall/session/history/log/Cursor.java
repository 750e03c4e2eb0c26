package io.directcall.session.history.log;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** A place in the list of calls as clients carry it: eight bytes in base64url, which are not theirs to read. */
final class Cursor {
    private Cursor() {}

    static String of(long callId) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(callId).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws ApiException 400 that names the field */
    static long read(String field, String sent) {
        byte[] bytes = decode(field, sent);
        if (bytes.length != Long.BYTES) {
            throw refused(field);
        }
        return ByteBuffer.wrap(bytes).getLong();
    }

    private static byte[] decode(String field, String sent) {
        try {
            return Base64.getUrlDecoder().decode(sent);
        } catch (IllegalArgumentException notBase64) {
            throw refused(field);
        }
    }

    private static ApiException refused(String field) {
        return new ApiException(
                ErrorCode.ERR_BAD_REQUEST, "The field '" + field + "' must be a cursor from 'meta.cursor' of a page.");
    }
}
