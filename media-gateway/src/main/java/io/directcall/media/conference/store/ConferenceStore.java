package io.directcall.media.conference.store;

import io.directcall.contracts.topic.Topic;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceState;
import io.directcall.media.conference.Endpoint;
import io.directcall.media.conference.Timing;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads, changes and saves conferences, one transaction each, together with the events that a change gives rise to. */
@ApplicationScoped
public class ConferenceStore {
    /**
     * In SQL: of two transactions that remove entities of one class at the same time, Hibernate Reactive completes one with the other's
     * result (its issue 1713), on the wrong thread, and a connection with its locks is never given back.
     */
    private static final String REMOVE =
            "delete from endpoint where session_id = :id and participant_id = any(string_to_array(:gone, ','))";

    /** A row that is in use at this moment is skipped, or seen as changed once its lock is there. */
    private static final String REMOVE_SETTLED = """
            with settled as (
                delete from conference where session_id in (
                    select session_id from conference where not live and changed_at < :before
                    order by changed_at limit 1000 for update skip locked)
                returning session_id, session_seq, media_seq)
            insert into session_numbers (session_id, session_seq, media_seq)
            select session_id, session_seq, media_seq from settled
            on conflict (session_id) do update set session_seq = excluded.session_seq, media_seq = excluded.media_seq
            """;

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final Timing timing;
    private final EndpointCache cache = new EndpointCache();
    private final MediaProfile profile;

    ConferenceStore(Mutiny.SessionFactory sessions, Outbox outbox, Clock clock, Timing timing, MediaProfile profile) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.timing = timing;
        this.profile = profile;
    }

    /** For looking only. */
    public Uni<Optional<Conference>> find(String sessionId) {
        return sessions.withSession(session -> load(session, sessionId)).map(loaded -> loaded.map(Loaded::conference));
    }

    /**
     * Changes a conference, which begins empty when it is not stored. An unchanged one costs no write.
     *
     * @param change may be called again with another instance after a failure, so it has no effect besides
     * @return what the change returned; fails when somebody else changed the conference at the same time
     */
    public <R> Uni<R> update(String sessionId, Function<Conference, R> change) {
        return sessions.withTransaction(session -> load(session, sessionId)
                        .flatMap(found -> found.map(stored -> Uni.createFrom().item(stored))
                                .orElseGet(() -> fresh(session, sessionId)))
                        .flatMap(loaded -> apply(session, loaded, change)))
                .invoke(this::remember)
                .map(Updated::result);
    }

    /**
     * What a transaction did.
     *
     * @param stored the endpoints as they are now, null when nothing was changed
     */
    private record Updated<R>(String sessionId, R result, EndpointCache.Stored stored) {}

    private <R> Uni<Updated<R>> apply(Mutiny.Session session, Loaded loaded, Function<Conference, R> change) {
        ConferenceState state = loaded.conference().state();
        R result = change.apply(loaded.conference());
        if (!state.isChanged()) {
            return Uni.createFrom().item(new Updated<>(state.sessionId(), result, null));
        }
        return save(session, loaded)
                .chain(lastPosition -> outbox.append(session, messages(loaded.conference()))
                        .chain(session::flush)
                        .map(flushed -> new Updated<>(
                                state.sessionId(),
                                result,
                                new EndpointCache.Stored(
                                        loaded.row().version,
                                        List.copyOf(state.endpoints().values()),
                                        lastPosition))));
    }

    /** Only after the commit. */
    private void remember(Updated<?> updated) {
        if (updated.stored() != null) {
            cache.put(updated.sessionId(), updated.stored());
        }
    }

    /** Sessions of some partitions that an owner has to look after. */
    public Uni<List<String>> liveSessions(Collection<Integer> partitions, int partitionCount) {
        if (partitions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.withSession(session -> session.createNamedQuery(ConferenceRow.LIVE_SESSIONS, String.class)
                .setParameter("count", partitionCount)
                .setParameter("partitions", partitions)
                .getResultList());
    }

    /** What the names of this installation's conferences begin with. */
    public Uni<String> installation() {
        return sessions.withSession(session -> session.createNativeQuery("select id from installation", String.class)
                .getSingleResult());
    }

    /**
     * Removes conferences that have had nobody and nothing on a bridge since a time; the numbers of their events stay. Takes some at once.
     *
     * @return how many
     */
    public Uni<Integer> removeSettled(Instant before) {
        return sessions.withTransaction(session -> session.createNativeQuery(REMOVE_SETTLED)
                .setParameter("before", before)
                .executeUpdate());
    }

    /**
     * A conference and what is known of its rows.
     *
     * @param stored whether it has a row
     * @param before its endpoints as they are stored: unchanged ones cost no write
     */
    private record Loaded(
            ConferenceRow row, boolean stored, Map<String, Endpoint> before, int lastPosition, Conference conference) {
        List<Endpoint> changed() {
            return conference.state().endpoints().values().stream()
                    .filter(endpoint -> !endpoint.equals(before.get(endpoint.id())))
                    .toList();
        }

        Set<String> gone() {
            return before.keySet().stream()
                    .filter(id -> !conference.state().endpoints().containsKey(id))
                    .collect(Collectors.toSet());
        }
    }

    private Uni<Optional<Loaded>> load(Mutiny.Session session, String sessionId) {
        return session.find(ConferenceRow.class, sessionId)
                .flatMap(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : endpoints(session, row).map(stored -> Optional.of(loaded(row, stored))));
    }

    private Uni<EndpointCache.Stored> endpoints(Mutiny.Session session, ConferenceRow row) {
        return cache.find(row.sessionId, row.version)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> session.createNamedQuery(EndpointRow.OF_SESSION, EndpointRow.class)
                        .setParameter("sessionId", row.sessionId)
                        .getResultList()
                        .map(rows -> new EndpointCache.Stored(
                                row.version,
                                rows.stream().map(RowMapper::endpoint).toList(),
                                rows.isEmpty() ? 0 : rows.getLast().position)));
    }

    private Loaded loaded(ConferenceRow row, EndpointCache.Stored stored) {
        ConferenceState state = RowMapper.state(row, stored.endpoints());
        return new Loaded(
                row,
                true,
                Map.copyOf(state.endpoints()),
                stored.lastPosition(),
                new Conference(state, timing, profile));
    }

    private Uni<Loaded> fresh(Mutiny.Session session, String sessionId) {
        return session.find(NumbersRow.class, sessionId)
                .map(numbers -> numbers == null
                        ? new ConferenceState(sessionId)
                        : new ConferenceState(sessionId, numbers.sessionSeq, numbers.mediaSeq))
                .map(this::fresh);
    }

    private Loaded fresh(ConferenceState state) {
        var row = new ConferenceRow();
        row.sessionId = state.sessionId();
        row.sessionHash = SessionHash.of(state.sessionId());
        return new Loaded(row, false, Map.of(), 0, new Conference(state, timing, profile));
    }

    /** @return the highest position of an endpoint's row */
    private Uni<Integer> save(Mutiny.Session session, Loaded loaded) {
        ConferenceState state = loaded.conference().state();
        RowMapper.write(state, loaded.row(), clock.instant());
        List<Endpoint> changed = loaded.changed();
        var added = new ArrayList<Object>();
        if (!loaded.stored()) {
            added.add(loaded.row());
        }
        int position = loaded.lastPosition();
        for (Endpoint endpoint : changed) {
            if (!loaded.before().containsKey(endpoint.id())) {
                EndpointRow row = row(state.sessionId(), endpoint.id(), ++position);
                RowMapper.write(endpoint, row);
                added.add(row);
            }
        }
        int lastPosition = position;
        return rewrite(session, state.sessionId(), changed, loaded.before().keySet())
                .chain(() -> session.persistAll(added.toArray()))
                .chain(() -> remove(session, state.sessionId(), loaded.gone()))
                .replaceWith(lastPosition);
    }

    /** Rows that exist are read, not parsed, and written where they differ. */
    private static Uni<Void> rewrite(
            Mutiny.Session session, String sessionId, List<Endpoint> changed, Set<String> stored) {
        Map<String, Endpoint> byId = changed.stream()
                .filter(endpoint -> stored.contains(endpoint.id()))
                .collect(Collectors.toMap(Endpoint::id, endpoint -> endpoint));
        return byId.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNamedQuery(EndpointRow.SOME_OF_SESSION, EndpointRow.class)
                        .setParameter("sessionId", sessionId)
                        .setParameter("ids", byId.keySet())
                        .getResultList()
                        .invoke(rows -> rows.forEach(row -> RowMapper.write(byId.get(row.participantId), row)))
                        .replaceWithVoid();
    }

    private static Uni<Void> remove(Mutiny.Session session, String sessionId, Set<String> participantIds) {
        return participantIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(REMOVE)
                        .setParameter("id", sessionId)
                        .setParameter("gone", String.join(",", participantIds))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static EndpointRow row(String sessionId, String participantId, int position) {
        var row = new EndpointRow();
        row.sessionId = sessionId;
        row.participantId = participantId;
        row.position = position;
        return row;
    }

    private static List<OutboxMessage> messages(Conference conference) {
        return conference.takeEvents().stream()
                .map(event -> new OutboxMessage(Topic.MEDIA_EVENTS, event.sessionId(), event))
                .toList();
    }
}
