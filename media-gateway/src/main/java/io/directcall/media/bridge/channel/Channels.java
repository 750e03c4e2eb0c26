package io.directcall.media.bridge.channel;

import io.directcall.media.conference.Reception;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of all sessions that this replica owns. Thread-safe. */
public final class Channels implements AutoCloseable {
    /** At most this often a session hears of another main speaker. */
    private static final Duration SPEAKER_INTERVAL = Duration.ofMillis(500);

    private static final int LARGEST_MESSAGE = 1 << 20;

    /** Told what the channels of a session say. Must return quickly. */
    public interface Listener {
        void observed(String sessionId, Observation.Passed observation);

        /** The socket of an endpoint broke or could not be opened: its bridge may be gone. */
        void broken(String sessionId);

        /** The bridge does not know the conference, or the endpoint of this websocket. */
        void refused(String sessionId, String endpointId, String url);
    }

    /**
     * A channel to hold.
     *
     * @param url of the websocket
     * @param reception what its endpoint wants to see
     * @param demandKbps how much video that is
     */
    public record Target(String url, Reception reception, int demandKbps) {}

    private record Open(Map<String, BridgeChannel> channels, Map<String, Integer> demand, ObservationFilter filter) {
        int demandOf(String endpointId) {
            return demand.getOrDefault(endpointId, 0);
        }
    }

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Listener listener;
    private final Clock clock;
    private final Map<String, Open> sessions = new ConcurrentHashMap<>();
    private final long speakerTimer;

    public Channels(Vertx vertx, Clock clock, Listener listener) {
        this.clock = clock;
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxMessageSize(LARGEST_MESSAGE)
                .setMaxFrameSize(LARGEST_MESSAGE));
        this.listener = listener;
        this.speakerTimer = vertx.setPeriodic(SPEAKER_INTERVAL.toMillis(), tick -> passSpeakers());
    }

    /** Opens the channels of a session that are missing, closes those that are not wanted any more and tells the rest what is wanted. */
    public void keep(String sessionId, Map<String, Target> byEndpoint) {
        sessions.compute(sessionId, (id, open) -> {
            Open current = open == null
                    ? new Open(new HashMap<>(), new ConcurrentHashMap<>(), new ObservationFilter(clock))
                    : open;
            closeUnwanted(current, byEndpoint);
            byEndpoint.forEach((endpointId, target) -> {
                current.demand().put(endpointId, target.demandKbps());
                BridgeChannel channel = current.channels().get(endpointId);
                if (channel == null) {
                    current.channels().put(endpointId, open(sessionId, endpointId, target, current));
                } else {
                    channel.want(target.reception());
                }
            });
            return current.channels().isEmpty() ? null : current;
        });
    }

    private static void closeUnwanted(Open current, Map<String, Target> wanted) {
        current.channels().entrySet().removeIf(entry -> {
            Target target = wanted.get(entry.getKey());
            boolean unwanted = target == null || !entry.getValue().url().equals(target.url());
            if (unwanted) {
                entry.getValue().close();
                current.demand().remove(entry.getKey());
                current.filter().forget(entry.getKey());
            }
            return unwanted;
        });
    }

    private BridgeChannel open(String sessionId, String endpointId, Target target, Open session) {
        String url = target.url();
        var channel = new BridgeChannel(vertx, client, url, target.reception(), new BridgeChannel.Listener() {
            @Override
            public void received(String message) {
                ChannelMessages.read(endpointId, message)
                        .flatMap(seen -> session.filter().filter(seen, session.demandOf(endpointId)))
                        .ifPresent(observation -> listener.observed(sessionId, observation));
            }

            @Override
            public void broken() {
                Log.debugf("session=%s participant=%s bridge channel is broken", sessionId, endpointId);
                listener.broken(sessionId);
            }

            @Override
            public void refused(int status) {
                Log.infof("session=%s participant=%s bridge channel refused: %d", sessionId, endpointId, status);
                listener.refused(sessionId, endpointId, url);
            }
        });
        channel.open();
        return channel;
    }

    private void passSpeakers() {
        sessions.forEach((sessionId, open) ->
                open.filter().takeSpeaker().ifPresent(speaker -> listener.observed(sessionId, speaker)));
    }

    /** Sessions with an open channel. */
    public Set<String> sessions() {
        return Set.copyOf(sessions.keySet());
    }

    /** Lets go of a session that another replica owns now. */
    public void release(String sessionId) {
        keep(sessionId, Map.of());
    }

    @Override
    public void close() {
        vertx.cancelTimer(speakerTimer);
        sessions().forEach(this::release);
        client.close();
    }
}
