package io.directcall.service.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.directcall.contracts.error.ErrorBody;
import io.directcall.contracts.error.ErrorCode;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every exception that leaves a resource in the one shape of errors. */
public class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final ErrorAnswers answers;

    /** @param answers makes the bodies */
    public ExceptionMappers(ErrorAnswers answers) {
        this.answers = answers;
    }

    /** A refusal that a service decided. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> refused(ApiException refusal) {
        RestResponse<ErrorBody> answer = answer(refusal.code(), refusal.getMessage());
        refusal.retryAfter().ifPresent(seconds -> answer.getHeaders().add(HttpHeaders.RETRY_AFTER, seconds));
        return answer;
    }

    /** JSON whose types or values do not fit. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> mismatch(MismatchedInputException found) {
        return answer(ErrorCode.ERR_BAD_REQUEST, BadJson.describe(found));
    }

    /** Bytes that are no text. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> notText(CharConversionException found) {
        return answer(ErrorCode.ERR_BAD_REQUEST, "The body is not valid JSON: it is not UTF-8.");
    }

    /** A parameter or a field of the body that breaks its rule. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> violation(ConstraintViolationException found) {
        return Violations.ofAnswer(found)
                ? internal(found)
                : answer(ErrorCode.ERR_BAD_REQUEST, Violations.describe(found.getConstraintViolations()));
    }

    /** No resource at the path. Without this one Quarkus would answer unknown paths itself, in another shape. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> notFound(NotFoundException found) {
        return answer(ErrorCode.ERR_NOT_FOUND, ErrorCode.ERR_NOT_FOUND.message());
    }

    /** What JAX-RS refuses by itself: method, media types, a body that is no JSON. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> http(WebApplicationException found) {
        if (found.getCause() instanceof JsonProcessingException json && !(json instanceof InvalidDefinitionException)) {
            return answer(ErrorCode.ERR_BAD_REQUEST, BadJson.describe(json));
        }
        Response original = found.getResponse();
        ErrorCode code = HttpStatusCodes.codeFor(original.getStatus());
        if (code == ErrorCode.ERR_INTERNAL) {
            return internal(found);
        }
        return withAllowed(
                        original,
                        RestResponse.ResponseBuilder.<ErrorBody>create(code.status())
                                .entity(answers.body(code, code.message())))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** A defect or a part that is away: the log says what, the caller only that. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> internal(Throwable found) {
        ErrorCode code = Failures.log(LOG, found);
        return answer(code, code.message());
    }

    private static RestResponse.ResponseBuilder<ErrorBody> withAllowed(
            Response original, RestResponse.ResponseBuilder<ErrorBody> answer) {
        String allowed = original.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed);
    }

    private RestResponse<ErrorBody> answer(ErrorCode code, String message) {
        return RestResponse.ResponseBuilder.<ErrorBody>create(code.status())
                .entity(answers.body(code, message))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
