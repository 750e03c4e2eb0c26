package io.directcall.session.history.log;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.CallStatus;
import io.directcall.service.PageRequest;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;
import io.directcall.session.history.log.CallFilter.Direction;
import io.directcall.session.history.log.CallFilter.Mode;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of {@code GET /v3/calls} as they were sent. */
public record CallParameters(
        @RestQuery String page,
        @RestQuery String perPage,
        @RestQuery String after,
        @RestQuery String before,
        @RestQuery String hasRecording,
        @RestQuery String status,
        @RestQuery String type,
        @RestQuery String mode,
        @RestQuery String direction,
        @RestQuery String uid,
        @RestQuery String guid) {
    /** What client libraries of CometChat call a call that nobody answered. */
    private static final String MISSED = "missed";

    private static final int FURTHEST = 100_000;

    /**
     * @param asker the user who asks; empty for the application's server
     * @throws ApiException 400 that names the field
     */
    CallFilter filter(Optional<String> asker) {
        Optional<String> wantedUid = id("uid", uid);
        Optional<String> user = asker.or(() -> wantedUid);
        return new CallFilter(
                user,
                wantedUid.filter(wanted -> !wanted.equals(user.orElseThrow())),
                id("guid", guid),
                wantedStatus(),
                Word.read("type", type, CallType.class),
                Word.read("mode", mode, Mode.class),
                wantedDirection(user),
                recorded());
    }

    /** @throws ApiException 400 that names the field */
    Position position() {
        PageRequest request = PageRequest.parse(page, perPage);
        if (isSent(after) && isSent(before)) {
            throw refused("Send one of the fields 'after' and 'before'.");
        }
        if ((isSent(after) || isSent(before)) && isSent(page)) {
            throw refused("Send the field 'page' or a cursor in 'after' or 'before', not both.");
        }
        if (isSent(after)) {
            return new Position.After(Cursor.read("after", after), request.perPage());
        }
        if (isSent(before)) {
            return new Position.Before(Cursor.read("before", before), request.perPage());
        }
        if (request.offset() >= FURTHEST) {
            throw refused("The field 'page' reaches the first 100000 calls. Go on with 'meta.cursor.next' in 'after'.");
        }
        return new Position.Numbered(request);
    }

    private Optional<CallStatus> wantedStatus() {
        return MISSED.equals(status)
                ? Optional.of(CallStatus.UNANSWERED)
                : Word.read("status", status, CallStatus.class);
    }

    private Optional<Direction> wantedDirection(Optional<String> user) {
        Optional<Direction> wanted = Word.read("direction", direction, Direction.class);
        if (wanted.isPresent() && user.isEmpty()) {
            throw refused("The field 'direction' needs a user: send 'uid' or the header 'onBehalfOf'.");
        }
        return wanted;
    }

    /** False does not restrict: what is not recorded is not what anybody looks for. */
    private boolean recorded() {
        return switch (Objects.requireNonNullElse(hasRecording, "")) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw refused("The field 'hasRecording' must be true or false.");
        };
    }

    private static Optional<String> id(String field, String sent) {
        if (!isSent(sent)) {
            return Optional.empty();
        }
        if (!sent.matches(PublicId.REGEX)) {
            throw refused("The field '" + field + "' is not an id of this installation.");
        }
        return Optional.of(sent);
    }

    private static boolean isSent(String value) {
        return value != null && !value.isBlank();
    }

    private static ApiException refused(String message) {
        return new ApiException(ErrorCode.ERR_BAD_REQUEST, message);
    }
}
