package io.directcall.session.history;

import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Session;
import io.directcall.session.store.ChangeListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the history true with each change: it needs no events read back later, and says the same as the session at every moment. */
@ApplicationScoped
class HistoryListener implements ChangeListener {
    private final HistoryTable table;

    HistoryListener(HistoryTable table) {
        this.table = table;
    }

    @Override
    public Uni<Void> changed(Mutiny.Session db, Session before, Decision.Changed change) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (HistoryChange entry : HistoryRules.of(before, change)) {
            written = written.chain(() -> table.write(db, before.id(), entry));
        }
        return written;
    }
}
