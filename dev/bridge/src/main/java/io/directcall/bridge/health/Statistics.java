package io.directcall.bridge.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.conference.Conference;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.media.UdpServer;

/** The statistics under {@code /colibri/stats}, by the names of Jitsi Videobridge, and the same for Prometheus. */
public final class Statistics {
    public static final String VERSION = "direct-call-dev-bridge";
    private static final double AVERAGE_PARTICIPANT_STRESS = 0.01;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conferences conferences;
    private final UdpServer udp;
    private final BridgeState state;
    private final Load load;
    private final String name;
    private final String region;

    public Statistics(
            Conferences conferences, UdpServer udp, BridgeState state, Load load, String name, String region) {
        this.conferences = conferences;
        this.udp = udp;
        this.state = state;
        this.load = load;
        this.name = name;
        this.region = region;
    }

    /** Draining and shutting down bridges are healthy, as with Jitsi Videobridge. */
    public boolean isHealthy() {
        return udp.isReading();
    }

    public ObjectNode json() {
        int endpoints = conferences.endpointCount();
        ObjectNode stats = JSON.createObjectNode()
                .put("stress_level", load.stressLevel())
                .put("average_participant_stress", AVERAGE_PARTICIPANT_STRESS)
                .put("local_endpoints", endpoints)
                .put("participants", endpoints)
                .put("inactive_endpoints", endpoints - activeEndpoints())
                .put("conferences", conferences.all().size())
                .put("largest_conference", largestConference())
                .put("packet_rate", load.packetRate())
                .put("packets_received", udp.packetsIn())
                .put("packets_sent", udp.packetsOut())
                .put("packets_resent", resentPackets())
                .put("drain", state.isDraining())
                .put("graceful_shutdown", state.isInGracefulShutdown())
                .put("shutting_down", state.isShuttingDown())
                .put("healthy", isHealthy())
                .put("version", VERSION)
                .put("relay_id", name);
        return region.isEmpty() ? stats : stats.put("region", region);
    }

    private long activeEndpoints() {
        return conferences.all().stream()
                .flatMap(conference -> conference.endpoints().stream())
                .filter(endpoint -> endpoint.isActive())
                .count();
    }

    private int largestConference() {
        return conferences.all().stream()
                .mapToInt(conference -> conference.endpoints().size())
                .max()
                .orElse(0);
    }

    private long resentPackets() {
        return conferences.all().stream().mapToLong(Conference::resentPackets).sum();
    }

    /** Prometheus text format 0.0.4. */
    public String prometheus() {
        StringBuilder out = new StringBuilder();
        metric(
                out,
                "conferences",
                "gauge",
                "Current conferences",
                conferences.all().size());
        metric(out, "local_endpoints", "gauge", "Current endpoints", conferences.endpointCount());
        metric(out, "active_endpoints", "gauge", "Endpoints that were heard lately", (double) activeEndpoints());
        metric(out, "stress", "gauge", "1 is full", load.stressLevel());
        metric(out, "packet_rate", "gauge", "Packets per second, in and out", load.packetRate());
        metric(out, "packets_received_total", "counter", "Datagrams received", (double) udp.packetsIn());
        metric(out, "packets_sent_total", "counter", "Datagrams sent", (double) udp.packetsOut());
        metric(out, "packets_dropped_total", "counter", "Datagrams that were nobody's", (double) udp.dropped());
        metric(out, "drain", "gauge", "1 while draining", state.isDraining() ? 1 : 0);
        metric(out, "graceful_shutdown", "gauge", "1 in graceful shutdown", state.isInGracefulShutdown() ? 1 : 0);
        metric(out, "healthy", "gauge", "1 when healthy", isHealthy() ? 1 : 0);
        return out.toString();
    }

    private static void metric(StringBuilder out, String name, String type, String help, double value) {
        String full = "jitsi_jvb_" + name;
        out.append("# HELP ").append(full).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(full).append(' ').append(type).append('\n');
        out.append(full).append(' ').append(value).append('\n');
    }
}
