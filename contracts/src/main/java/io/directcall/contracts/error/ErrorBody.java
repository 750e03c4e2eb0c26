package io.directcall.contracts.error;

/**
 * The one shape of every error answer: {@code {"error":{"code","message","devMessage","source"}}}.
 *
 * @param error what went wrong
 */
public record ErrorBody(Detail error) {
    /**
     * @param code name of an {@link ErrorCode}
     * @param message what to change, for whoever called
     * @param devMessage what exactly was found, for whoever debugs the caller; may repeat the message
     * @param source the service that refused
     */
    public record Detail(String code, String message, String devMessage, String source) {}
}
