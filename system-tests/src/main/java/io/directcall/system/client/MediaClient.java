package io.directcall.system.client;

import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.RemoteTrack;
import io.directcall.system.client.SseParser.Event;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A participant without a browser: joins, keeps its event stream open and answers each offer at once, as the SDK does it, but has no media.
 * To be used on the event loop of its client.
 */
public final class MediaClient {
    private static final int CONFLICT = 409;

    private final Vertx vertx;
    private final ApiClient api;
    private final Random random;
    private final String session;
    private final String token;
    private final SdpAnswers answers;
    private final List<Offer> offers = new ArrayList<>();
    private EventSubscriber events;
    private String participantId;
    private long askedAt;
    private long joinedAt;
    private int refused;

    /**
     * @param random for the pauses between attempts
     * @param token of a participant of the session
     * @param number no other client of the session may have the same
     */
    public MediaClient(Vertx vertx, ApiClient api, Random random, String session, String token, int number) {
        this.vertx = vertx;
        this.api = api;
        this.random = random;
        this.session = session;
        this.token = token;
        this.answers = new SdpAnswers(number);
    }

    /**
     * An offer as it arrived.
     *
     * @param at by {@link System#nanoTime}
     * @param others how many others it carries media of
     */
    public record Offer(long at, long others) {}

    /** Joins once and listens; fails when it is not let in. */
    public Future<Void> join() {
        askedAt = System.nanoTime();
        return api.send(Request.asCaller(HttpMethod.POST, path(), token, "{}")).compose(answer -> {
            joinedAt = System.nanoTime();
            if (!answer.isAccepted()) {
                return Future.failedFuture("A participant could not join: " + answer);
            }
            participantId =
                    answer.data().path("participant").path("participantId").asText();
            String cursor = answer.data().path("cursor").asText();
            events = EventSubscriber.of(vertx, api, random, session, participantId, token, cursor, this::take);
            events.open();
            return Future.succeededFuture();
        });
    }

    private void take(Event event) {
        if (!event.type().equals("OfferReady")) {
            return;
        }
        OfferReady offer = Json.read(event.data(), OfferReady.class);
        if (!offer.participantId().equals(participantId)) {
            return;
        }
        long others = offer.tracks().stream()
                .map(RemoteTrack::participantId)
                .distinct()
                .count();
        offers.add(new Offer(System.nanoTime(), others));
        String body = Json.write(Map.of("revision", offer.revision(), "sdp", answers.to(offer.sdp())));
        api.send(Request.asCaller(HttpMethod.POST, path() + "/" + participantId + "/media/answer", token, body))
                .onSuccess(answer -> {
                    // A conflict says that a newer offer is on its way.
                    refused += answer.isAccepted() || answer.status() == CONFLICT ? 0 : 1;
                });
    }

    /** When it asked to join, by {@link System#nanoTime}. */
    public long askedAt() {
        return askedAt;
    }

    /** When it was let in. */
    public long joinedAt() {
        return joinedAt;
    }

    /** Its offers so far, the oldest first. */
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** How many of its answers were not accepted. */
    public int refused() {
        return refused;
    }

    /** As whom it was let in. */
    public String participantId() {
        return participantId;
    }

    /** True while its event stream is open. */
    public boolean isListening() {
        return events != null && events.isOpen();
    }

    /** True when its session is over for it. */
    public boolean isOver() {
        return events == null || events.isOver();
    }

    private String path() {
        return "/v3/sessions/" + session + "/participants";
    }
}
