package io.directcall.media.ownership;

import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.store.ConferenceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows how this installation names its conferences, once it was read from the database. */
@ApplicationScoped
public class Installation {
    private final ConferenceStore store;
    private volatile ConferenceNames names;

    Installation(ConferenceStore store) {
        this.store = store;
    }

    /** To be called on a context of its own, as everything that may read the database. */
    Uni<ConferenceNames> names() {
        ConferenceNames known = names;
        return known != null
                ? Uni.createFrom().item(known)
                : store.installation().map(ConferenceNames::new).invoke(read -> names = read);
    }
}
