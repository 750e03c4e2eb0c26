package io.directcall.session.api;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionCommand.LeaveUnlessBack;
import io.directcall.session.rules.SessionCommand.Remove;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How somebody leaves.
 *
 * @param graceSeconds how long it may still come back; 0 when it leaves at once
 * @param ban the user may not come back at all
 */
record Leaving(int graceSeconds, boolean ban) {
    private static final int MAX_SECONDS = 30;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    /**
     * @param grace as it was sent, null when it was not
     * @param ban likewise
     * @throws ApiException 400 that names the parameter
     */
    static Leaving parse(String grace, String ban) {
        var leaving = new Leaving(seconds(grace), flag(ban));
        if (leaving.ban && leaving.graceSeconds > 0) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The fields 'grace' and 'ban' exclude each other.");
        }
        return leaving;
    }

    private static int seconds(String grace) {
        if (grace == null || grace.isBlank()) {
            return 0;
        }
        if (!NUMBER.matcher(grace).matches() || Integer.parseInt(grace) > MAX_SECONDS) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The field 'grace' must be a whole number from 0 to " + MAX_SECONDS + ".");
        }
        return Integer.parseInt(grace);
    }

    private static boolean flag(String ban) {
        return switch (ban) {
            case null -> false;
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The field 'ban' must be true or false.");
        };
    }

    SessionCommand command(String participantId, Actor by) {
        return graceSeconds == 0
                ? new Remove(participantId, by, ban)
                : new LeaveUnlessBack(participantId, Duration.ofSeconds(graceSeconds), by);
    }
}
