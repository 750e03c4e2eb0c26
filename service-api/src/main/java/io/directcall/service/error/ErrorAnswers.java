package io.directcall.service.error;

import io.directcall.contracts.error.ErrorBody;
import io.directcall.contracts.error.ErrorCode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the body of an error answer; its source is the name of the service. */
@Singleton
public class ErrorAnswers {
    private final String source;

    /** @param source name of the service that refuses */
    public ErrorAnswers(@ConfigProperty(name = "quarkus.application.name") String source) {
        this.source = source;
    }

    /** The body for a refusal. */
    public ErrorBody body(ApiException refusal) {
        return body(refusal.code(), refusal.getMessage());
    }

    /** The body for an error whose finding is told to the caller as it is. */
    public ErrorBody body(ErrorCode code, String found) {
        return new ErrorBody(new ErrorBody.Detail(code.name(), found, found, source));
    }
}
