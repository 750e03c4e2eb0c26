package io.directcall.session.store;

import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Session;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what follows from a change, in the transaction of the change: both are there, or neither. */
public interface ChangeListener {
    /**
     * @param db with the open transaction; the session itself is stored already and its row is locked
     * @param before as it was
     * @param change as it is now, and what happened
     */
    Uni<Void> changed(Mutiny.Session db, Session before, Decision.Changed change);
}
