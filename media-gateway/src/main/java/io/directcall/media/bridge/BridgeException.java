package io.directcall.media.bridge;

/** A bridge did not do what it was asked. Expected: bridges come and go. */
public final class BridgeException extends RuntimeException {
    /** Why a call failed, as far as it decides what to do next. */
    public enum Kind {
        /** Nothing listens, the connection broke or the deadline passed: the bridge may or may not have done it. */
        UNREACHABLE,
        /** The bridge does not know the conference: it was restarted or has dropped it. */
        CONFERENCE_UNKNOWN,
        /** A conference of this id exists: an earlier attempt was carried out without this gateway learning of it. */
        CONFERENCE_EXISTS,
        /** An endpoint of this id exists in the conference, for the same reason. */
        ENDPOINT_EXISTS,
        /** The conference has no endpoint of this id: the bridge dropped it because it was silent for minutes. */
        ENDPOINT_UNKNOWN,
        /** The bridge is shutting down and takes no new conference. */
        STOPPING,
        /** The bridge refused the request: the same request will be refused again. */
        REFUSED,
        /** The bridge failed, or its answer can't be read. */
        BROKEN
    }

    private final Kind kind;

    public BridgeException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
