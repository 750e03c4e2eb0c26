package io.directcall.session.ringing;

import io.directcall.session.SessionConfig;
import io.directcall.session.ringing.PartyChanges.Kind;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Session;
import io.directcall.session.store.ChangeListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the table of parties true. */
@ApplicationScoped
class PartyListener implements ChangeListener {
    private final PartyTable parties;
    private final InstantSource clock;
    private final Duration waiting;

    PartyListener(PartyTable parties, InstantSource clock, SessionConfig config) {
        this.parties = parties;
        this.clock = clock;
        this.waiting = config.call().waiting();
    }

    @Override
    public Uni<Void> changed(Mutiny.Session db, Session before, Changed change) {
        PartyChanges changes = PartyChanges.of(before, change);
        String id = change.after().id();
        if (changes.over()) {
            return parties.removeAll(db, id);
        }
        return parties.remove(db, id, changes.gone()).chain(() -> put(db, change.after(), changes.put()));
    }

    private Uni<Void> put(Mutiny.Session db, Session session, Map<String, Kind> kinds) {
        return session.invitation()
                .map(call -> parties.put(db, session.id(), kinds, busyUntil(call)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /**
     * Whoever is in the session is busy by that. Before, one has as long to join as the session waits: whose page crashed after it
     * accepted can be called again then, however long the others' call goes on.
     */
    private Map<Kind, Instant> busyUntil(Invitation call) {
        return Map.of(
                Kind.CALLER, call.ringsUntil().plus(waiting),
                Kind.ACCEPTED, clock.instant().plus(waiting));
    }
}
