package io.directcall.service.http;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses a body over the limit whose length nobody announced (chunked transfer). */
@Provider
public class BodyLimitInterceptor implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new LimitedInputStream(context.getInputStream(), BodyLimit.MAX_BYTES));
        try {
            return context.proceed();
        } catch (LimitedInputStream.TooLargeException tooLarge) {
            throw new ApiException(ErrorCode.ERR_BODY_TOO_LARGE);
        }
    }
}
