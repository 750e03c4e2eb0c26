package io.directcall.media.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.media.bridge.BridgeException.Kind;
import io.directcall.media.conference.Allocation;
import io.directcall.media.conference.ClientMedia;
import io.directcall.media.conference.Restrictions;
import io.directcall.media.conference.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * colibri2 on any bridge, named by its base URL in each call. All calls fail with {@link BridgeException}. They may be repeated: making
 * what exists is a named failure, expiring what is gone is none. What can fail for several reasons is sent by POST, which modifies too and,
 * unlike PATCH, says why it fails.
 */
public final class BridgeClient {
    private static final String CONFERENCES = "/colibri/v2/conferences";
    /** What a bridge answers when asked for a conference that it has: it knows it, but can't show it. */
    private static final int NOT_IMPLEMENTED = 501;

    private static final int LONGEST_QUOTE = 200;

    private final BridgeHttp http;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public BridgeClient(BridgeHttp http) {
        this.http = http;
    }

    /** Makes a conference together with its first endpoint: alone, a conference lives for a minute only. */
    public Uni<Allocation> createConference(String bridge, String conferenceId, String endpointId) {
        return allocation(endpointId, post(bridge, "create", ColibriWriter.createConference(conferenceId, endpointId)));
    }

    public Uni<Allocation> addEndpoint(String bridge, String conferenceId, String endpointId) {
        return allocation(endpointId, post(bridge, "allocate", ColibriWriter.addEndpoint(conferenceId, endpointId)));
    }

    /** Tells the bridge where the client is, what it sends and what of that is held back. Replaces what it was told before. */
    public Uni<Void> apply(
            String bridge, String conferenceId, String endpointId, ClientMedia media, Restrictions restrictions) {
        return post(bridge, "apply", ColibriWriter.apply(conferenceId, endpointId, media, restrictions))
                .replaceWithVoid();
    }

    /** @param sources all that the bridge is to know of; null when they stay as they are */
    public Uni<Void> restrict(
            String bridge, String conferenceId, String endpointId, Restrictions restrictions, List<Source> sources) {
        return post(bridge, "restrict", ColibriWriter.restrict(conferenceId, endpointId, restrictions, sources))
                .replaceWithVoid();
    }

    /** An endpoint or conference that is gone already counts as expired. */
    public Uni<Void> expireEndpoint(String bridge, String conferenceId, String endpointId) {
        return patch(bridge, "expire", conferenceId, ColibriWriter.expireEndpoint(endpointId))
                .onFailure(BridgeClient::isUnknown)
                .recoverWithNull();
    }

    /** A conference that is gone already counts as expired. */
    public Uni<Void> expireConference(String bridge, String conferenceId) {
        return patch(bridge, "expire", conferenceId, ColibriWriter.expireConference())
                .onFailure(BridgeClient::isUnknown)
                .recoverWithNull();
    }

    /** Whether the bridge has the conference. */
    public Uni<Boolean> hasConference(String bridge, String conferenceId) {
        return http.send(bridge, HttpMethod.GET, path(conferenceId), "find", null)
                .map(answer -> switch (answer.status()) {
                    case NOT_IMPLEMENTED, 200 -> true;
                    case 404 -> false;
                    default -> throw failure(answer);
                });
    }

    /** All conferences of the bridge, those of others included, each with its endpoints. */
    public Uni<Map<String, Set<String>>> conferences(String bridge) {
        return http.send(bridge, HttpMethod.GET, "/debug", "list", null)
                .map(reading(Colibri.Debug.class))
                .map(ColibriReader::conferences);
    }

    /** Health and load. */
    public Uni<BridgeLoad> load(String bridge) {
        Uni<BridgeHttp.Answer> health = http.send(bridge, HttpMethod.GET, "/about/health", "health", null);
        Uni<BridgeHttp.Answer> stats = http.send(bridge, HttpMethod.GET, "/colibri/stats", "stats", null);
        return Uni.combine().all().unis(health, stats).with((healthAnswer, statsAnswer) -> {
            Colibri.Stats read = read(success(statsAnswer), Colibri.Stats.class);
            return new BridgeLoad(
                    healthAnswer.status() == 200,
                    read.stress(),
                    read.endpoints(),
                    read.conferences(),
                    read.drain(),
                    read.gracefulShutdown() || read.shuttingDown(),
                    read.region() == null || read.region().isBlank() ? null : read.region());
        });
    }

    /** Tells the bridge, and whoever reads its statistics, that it is to be left alone, or no longer. It does nothing else about it. */
    public Uni<Void> drain(String bridge, boolean drain) {
        String path = "/colibri/drain/" + (drain ? "enable" : "disable");
        return http.send(bridge, HttpMethod.POST, path, "drain", null)
                .map(this::success)
                .replaceWithVoid();
    }

    private static Uni<Allocation> allocation(String endpointId, Uni<Colibri.ConferenceAnswer> answer) {
        // An answer may lack parts in more ways than are worth naming.
        return answer.map(read -> ColibriReader.allocation(endpointId, read))
                .onFailure(NullPointerException.class)
                .transform(incomplete -> ColibriReader.broken("incomplete"));
    }

    private Uni<Colibri.ConferenceAnswer> post(String bridge, String operation, Colibri.Conference request) {
        return http.send(bridge, HttpMethod.POST, CONFERENCES, operation, write(request))
                .map(reading(Colibri.ConferenceAnswer.class));
    }

    private Uni<Void> patch(String bridge, String operation, String conferenceId, Colibri.Conference request) {
        return http.send(bridge, HttpMethod.PATCH, path(conferenceId), operation, write(request))
                .map(this::success)
                .replaceWithVoid();
    }

    private <T> Function<BridgeHttp.Answer, T> reading(Class<T> type) {
        return answer -> read(success(answer), type);
    }

    private BridgeHttp.Answer success(BridgeHttp.Answer answer) {
        if (answer.status() != 200) {
            throw failure(answer);
        }
        return answer;
    }

    private BridgeException failure(BridgeHttp.Answer answer) {
        String body = answer.body();
        String message;
        try {
            Colibri.Failure failure = body.startsWith("{") ? json.readValue(body, Colibri.Failure.class) : null;
            message = failure == null || failure.message() == null ? body : failure.message();
        } catch (JsonProcessingException notJson) {
            message = body;
        }
        return ColibriReader.failure(
                answer.status(), message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) : message);
    }

    private <T> T read(BridgeHttp.Answer answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), type);
        } catch (JsonProcessingException notReadable) {
            throw ColibriReader.broken(notReadable.getOriginalMessage());
        }
    }

    private Buffer write(Colibri.Conference request) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(request));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String path(String conferenceId) {
        return CONFERENCES + "/" + URLEncoder.encode(conferenceId, StandardCharsets.UTF_8);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof BridgeException known && known.kind() == Kind.CONFERENCE_UNKNOWN;
    }
}
