package io.directcall.token.identity;

import io.directcall.service.oidc.Identity;
import io.directcall.token.topic.Announcer;
import io.directcall.token.user.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes a user of whom the identity provider vouches for, and keeps name and avatar as its tokens say. */
@ApplicationScoped
public class IdentityUsers {
    /** One statement, because devices of a new user ask at the same time. It locks the row: announcements are in the order of commits. */
    private static final String STORE = """
            insert into users (uid, name, avatar, created_at, updated_at, published)
            values (:uid, coalesce(cast(:name as text), :uid), cast(:avatar as text), :now, :now, true)
            on conflict (uid) do update set
                name = coalesce(cast(:name as text), users.name), avatar = coalesce(cast(:avatar as text), users.avatar),
                updated_at = :now, published = true
            returning *""";

    private final Mutiny.SessionFactory database;
    private final Announcer announcer;
    private final ProfileConfig config;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public IdentityUsers(Mutiny.SessionFactory database, Announcer announcer, ProfileConfig config) {
        this.database = database;
        this.announcer = announcer;
        this.config = config;
    }

    /** The user, made or changed when the token says something new. A name or an avatar that it does not say stays. */
    public Uni<User> recognise(Identity identity) {
        Profile profile = Profile.of(identity, config);
        return database.withSession(session -> session.find(User.class, identity.uid()))
                .chain(known -> known != null && known.looks(profile.name(), profile.avatar())
                        ? Uni.createFrom().item(known)
                        : store(identity.uid(), profile));
    }

    private Uni<User> store(String uid, Profile profile) {
        return database.withTransaction(session -> session.createNativeQuery(STORE, User.class)
                .setParameter("uid", uid)
                .setParameter("name", profile.name().orElse(null))
                .setParameter("avatar", profile.avatar().orElse(null))
                .setParameter("now", clock.instant())
                .getSingleResult()
                .call(user -> announcer.announce(session, List.of(user.announcement()))));
    }
}
