package io.directcall.bridge.colibri;

/** A request that is refused; the message is Jitsi Videobridge's. HTTP answers 400, or 404 for an unknown conference. */
public final class ColibriException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "Failed to create conference: ";

    private ColibriException(String message) {
        super(message);
    }

    static ColibriException refused(String reason) {
        return new ColibriException(PREFIX + reason);
    }

    static ColibriException notJson(String reason) {
        return new ColibriException("Failed to create conference, could not parse JSON: " + reason);
    }

    static ColibriException malformed(String reason) {
        return new ColibriException("Failed to parse ConferenceModify JSON:" + reason);
    }
}
