package io.directcall.system.faults;

import io.directcall.system.faults.Seat.Phase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Random;

/** Ends sessions in all the ways in which they end. */
final class Ending {
    private static final int SPREAD_MS = 5_000;

    private final Vertx vertx;
    private final Random random;

    Ending(Vertx vertx, Random random) {
        this.vertx = vertx;
        this.random = random;
    }

    private enum Way {
        ALL_LEAVE,
        /** Whoever stays is warned, does not answer, and the idle period ends the session. */
        ALL_LEAVE_BUT_ONE,
        MODERATOR_ENDS,
        SERVER_ENDS,
        /** The streams close without a word: to be noticed by the service's timers. */
        ALL_VANISH
    }

    /** Spread over some seconds. Nothing else may be under way in it. */
    void begin(LiveSession session) {
        if (session.isDismissed()) {
            return;
        }
        if (session.wasTouched()) {
            session.dropUnsure();
            Way way = Way.values()[random.nextInt(Way.values().length)];
            vertx.setTimer(1 + random.nextInt(SPREAD_MS), now -> end(session, way));
        } else {
            session.close();
        }
    }

    private static void end(LiveSession session, Way way) {
        if (session.hasEnded()) {
            return;
        }
        List<Seat> present = session.seats(Phase.IN);
        switch (way) {
            case ALL_LEAVE -> present.forEach(session::leave);
            case ALL_LEAVE_BUT_ONE -> present.stream().skip(1).forEach(session::leave);
            case MODERATOR_ENDS -> session.endAsModerator();
            case SERVER_ENDS -> session.endAsServer();
            case ALL_VANISH -> present.forEach(session::vanish);
        }
    }
}
