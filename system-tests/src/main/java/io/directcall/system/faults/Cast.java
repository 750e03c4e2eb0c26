package io.directcall.system.faults;

import io.directcall.contracts.session.Role;
import io.directcall.system.client.CallTokens;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The users of a run, and their seats in each session. */
final class Cast {
    private static final int USERS = 60;
    private static final int SEATS = 6;
    private static final int VIEWERS_OF_TEN = 3;

    private final CallTokens tokens;
    private final Random random;
    private int next;

    Cast(CallTokens tokens, Random random) {
        this.tokens = tokens;
        this.random = random;
    }

    /** What is needed to use a session and to observe it. */
    record Seats(List<Seat> seats, String observersToken) {}

    /** Makes the users. */
    Future<Void> assemble() {
        return tokens.users(IntStream.range(0, USERS).mapToObj(Cast::uid).toList());
    }

    /** Seats for a new session, each of another user. The first is a moderator's. */
    Future<Seats> seatsOf(String sessionId) {
        List<Future<Seat>> seats = new ArrayList<>();
        for (int number = 0; number < SEATS; number++) {
            seats.add(seat(sessionId, uid(next++), roleOf(number)));
        }
        Future<String> observer = tokens.of(sessionId, uid(next++), Role.VIEWER);
        return Future.all(seats)
                .compose(all -> observer)
                .map(token -> new Seats(seats.stream().map(Future::result).toList(), token));
    }

    private Role roleOf(int number) {
        if (number == 0) {
            return Role.MODERATOR;
        }
        return number == SEATS - 1 && random.nextInt(10) < VIEWERS_OF_TEN ? Role.VIEWER : Role.PARTICIPANT;
    }

    private Future<Seat> seat(String sessionId, String uid, Role role) {
        return tokens.of(sessionId, uid, role).map(token -> new Seat(uid, role, token));
    }

    private static String uid(int number) {
        return "faults-" + number % USERS;
    }
}
