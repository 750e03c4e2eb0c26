package io.directcall.contracts.error;

/**
 * Every error that the suite answers with, with its HTTP status and a message that says what to change. The names that start with
 * {@code AUTH_ERR_}, {@code ERR_CALL_} and {@code ERR_UID_} are those that clients of CometChat's API know.
 */
public enum ErrorCode {
    AUTH_ERR_EMPTY_APIKEY(401, "Send the API key in the header 'apikey'."),
    AUTH_ERR_APIKEY_NOT_FOUND(401, "The API key is not known here. Use a key of this installation."),
    AUTH_ERR_NO_ACCESS(403, "These credentials do not allow this. Use ones that do."),
    AUTH_ERR_EMPTY_AUTH_TOKEN(401, "Send the user's auth token in the header 'authToken'."),
    AUTH_ERR_AUTH_TOKEN_NOT_FOUND(401, "The auth token is not known or was revoked. Create a new one."),
    AUTH_ERR_EMPTY_CALL_TOKEN(401, "Send the call token in the header 'callToken' or as bearer token."),
    AUTH_ERR_TOKEN_INVALID_SIGNATURE(401, "The call token is malformed or was not signed here. Generate a new one."),
    AUTH_ERR_TOKEN_EXPIRED(401, "The call token has expired. Generate a new one."),
    AUTH_ERR_TOKEN_REVOKED(401, "The call token was revoked. Generate a new one."),

    ERR_UID_NOT_FOUND(404, "There is no user with this uid. Create it first."),
    ERR_UID_ALREADY_EXISTS(409, "A user with this uid exists already. Update it instead."),
    ERR_AUTH_TOKEN_NOT_FOUND(404, "The user has no such auth token."),
    ERR_API_KEY_NOT_FOUND(404, "There is no valid API key with this id. GET /v3/api_keys lists them."),

    ERR_EMPTY_CALL_SESSION_ID(400, "Name the session in 'sessionId'."),
    ERR_CALL_SESSION_NOT_FOUND(404, "There is no session with this id."),
    ERR_CALL_PARTICIPANT_NOT_FOUND(404, "There is no participant with this id in the session."),
    ERR_CALL_TERMINATED(409, "The session has ended."),
    ERR_CALL_NOT_A_PART(403, "These credentials are for another session, call or participant."),
    ERR_CALL_USER_BANNED(403, "The user is banned from this session. Lift the ban first."),
    ERR_BAN_NOT_FOUND(404, "The user is not banned from this session."),
    ERR_CALL_NOT_STARTED(409, "Nobody has accepted the call yet. Join when it is accepted."),
    ERR_CALL_NOT_RINGING(409, "The call does not ring any more for this user."),
    ERR_CALL_BUSY_SELF(409, "The user is in another call. End it first."),
    ERR_CALL_BUSY_USER(409, "The user who is called is in another call. Try again later."),
    ERR_CALL_NOT_AUDIO(409, "The call is a video call already."),
    ERR_CALL_CONFLICT(409, "The session changed too often at the same time. Try again."),
    ERR_GUID_NOT_FOUND(404, "There is no group with this guid. Name its members first."),
    ERR_IDEMPOTENCY_KEY_REUSED(
            422, "This Idempotency-Key came with another request before. Use a new key for each request."),
    ERR_WEBHOOK_DELIVERY_NOT_FOUND(404, "There is no webhook delivery with this id."),
    ERR_STALE_REVISION(409, "A newer offer replaced the one that this answers. Answer the newest offer."),
    ERR_BRIDGE_NOT_FOUND(404, "There is no bridge with this id. GET /v3/bridges lists them."),
    ERR_BRIDGE_NOT_AVAILABLE(409, "No bridge may take the session now. GET /v3/bridges says why."),
    ERR_ANSWER_MISMATCH(400, "The SDP answer does not fit the offer of this revision."),

    ERR_BAD_REQUEST(400, "The request is not valid."),
    ERR_BODY_TOO_LARGE(400, "The body is over 256 KB. Send less."),
    ERR_NOT_FOUND(404, "There is nothing at this path."),
    ERR_METHOD_NOT_ALLOWED(405, "This path does not take this method."),
    ERR_NOT_ACCEPTABLE(406, "The answer is JSON. Accept it."),
    ERR_UNSUPPORTED_MEDIA_TYPE(415, "Send JSON with the content type application/json."),
    ERR_TOO_MANY_REQUESTS(429, "Too many requests. Wait for the seconds in 'Retry-After'."),
    ERR_INTERNAL(500, "Something failed here. Try again; the log of the service says more."),
    ERR_UNAVAILABLE(503, "A part that this needs is away. Try again.");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What the caller should change, in general; an answer may carry a more exact message. */
    public String message() {
        return message;
    }
}
