package io.directcall.session.ringing;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.User;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.SessionCommand.Accept;
import io.directcall.session.rules.SessionCommand.Place;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Sessions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Places and accepts calls: what depends on the other calls of the users. All of it is a part of the caller's transaction. */
@ApplicationScoped
public class Calls {
    private static final String NO_SESSION = "";

    private final Sessions sessions;
    private final UserTable users;
    private final GroupTable groups;
    private final PartyTable parties;
    private final UserLocks locks;
    private final CallIds ids;
    private final InstantSource clock;

    Calls(
            Sessions sessions,
            UserTable users,
            GroupTable groups,
            PartyTable parties,
            UserLocks locks,
            CallIds ids,
            InstantSource clock) {
        this.sessions = sessions;
        this.users = users;
        this.groups = groups;
        this.parties = parties;
        this.locks = locks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Places a call, or accepts the one that the receiver has just placed to the caller: of two who call each other, the second one
     * answers the first.
     *
     * @return a call that rings, or that was accepted, or that is over because all are busy; fails with {@code ERR_UID_NOT_FOUND},
     *     {@code ERR_GUID_NOT_FOUND} and as the rules refuse
     */
    public Uni<Outcome> place(Mutiny.Session db, Wish wish) {
        return users.require(db, wish.caller()).chain(caller -> switch (wish.receiverType()) {
            case USER -> callUser(db, wish, caller);
            case GROUP -> callGroup(db, wish, caller);
        });
    }

    private Uni<Outcome> callUser(Mutiny.Session db, Wish wish, User caller) {
        return users.require(db, wish.receiver())
                .chain(() -> locks.take(db, List.of(wish.caller(), wish.receiver())))
                .chain(() -> parties.ringingFrom(db, wish.receiver(), wish.caller()))
                .chain(crossing -> crossing.isPresent()
                        ? answerCrossing(db, wish, caller, crossing.get())
                        : ring(db, wish, caller, List.of(wish.receiver())));
    }

    /** Being called keeps nobody busy, so the members need no lock. */
    private Uni<Outcome> callGroup(Mutiny.Session db, Wish wish, User caller) {
        return groups.members(db, wish.receiver())
                .map(members -> others(members, wish.caller()))
                .call(() -> locks.take(db, List.of(wish.caller())))
                .chain(callees -> ring(db, wish, caller, callees));
    }

    private static List<String> others(List<String> members, String caller) {
        List<String> others =
                members.stream().filter(uid -> !uid.equals(caller)).toList();
        if (others.isEmpty()) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The group in 'receiver' has no member but the caller. Add members first.");
        }
        return others;
    }

    /** The crossing call may be cancelled or unanswered in this very moment: then this one is a call of its own. */
    private Uni<Outcome> answerCrossing(Mutiny.Session db, Wish wish, User caller, String sessionId) {
        return accepted(db, wish.caller(), sessionId)
                .onFailure(Calls::ringsNoMore)
                .recoverWithUni(() -> ring(db, wish, caller, List.of(wish.receiver())));
    }

    private static boolean ringsNoMore(Throwable failure) {
        return failure instanceof ApiException refusal
                && (refusal.code() == ErrorCode.ERR_CALL_TERMINATED
                        || refusal.code() == ErrorCode.ERR_CALL_NOT_RINGING);
    }

    private Uni<Outcome> ring(Mutiny.Session db, Wish wish, User caller, List<String> callees) {
        var all = new ArrayList<>(callees);
        all.add(wish.caller());
        return parties.busy(db, all, NO_SESSION, clock.instant())
                .chain(busy -> sessions.tell(db, ids.next(), place(wish, caller, callees, busy)));
    }

    private static Place place(Wish wish, User caller, List<String> callees, Set<String> busy) {
        return new Place(
                caller,
                wish.receiver(),
                wish.receiverType(),
                wish.type(),
                callees,
                wish.ringing(),
                wish.metadata(),
                busy,
                busy.contains(wish.caller()));
    }

    /** Accepts a call for a user. Fails as the rules refuse, for one who is in another call for example. */
    public Uni<Outcome> accept(Mutiny.Session db, String uid, String sessionId) {
        return locks.take(db, List.of(uid)).chain(() -> accepted(db, uid, sessionId));
    }

    private Uni<Outcome> accepted(Mutiny.Session db, String uid, String sessionId) {
        return parties.busy(db, List.of(uid), sessionId, clock.instant())
                .chain(busy -> sessions.tell(db, sessionId, new Accept(uid, busy.contains(uid))));
    }
}
