package io.directcall.service.http;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Refuses a body over the limit whose length nobody announced (chunked transfer), or over the one of its method ({@link MaxBytes}). */
@Provider
public class BodyLimitInterceptor implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Optional<Integer> own = Arrays.stream(context.getAnnotations())
                .filter(MaxBytes.class::isInstance)
                .map(annotation -> ((MaxBytes) annotation).value())
                .findFirst();
        var body = new LimitedInputStream(context.getInputStream(), own.orElse(BodyLimit.MAX_BYTES));
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException failure) {
            // Whatever it was made of: Jackson passes the stream's failure on as it is, or wraps it within a list.
            if (body.isTooLarge()) {
                throw tooLarge(own);
            }
            throw failure;
        }
    }

    private static ApiException tooLarge(Optional<Integer> own) {
        String message = own.map(bytes -> "The body is over " + bytes / 1024 + " KB. Send less.")
                .orElse(null);
        return new ApiException(ErrorCode.ERR_BODY_TOO_LARGE, message);
    }
}
