package io.directcall.bridge;

import io.directcall.bridge.conference.ExpiryRules;
import java.util.List;
import java.util.Objects;

/**
 * How a bridge is to run; see {@link #builder()}.
 *
 * @param httpHost address that the HTTP port (REST and websockets, without authentication) binds to
 * @param httpPort port of HTTP, 0 for any free one
 * @param udpPort port of all media, 0 for any free one
 * @param addresses IP addresses to advertise as candidates; empty for all IPv4 addresses of this host
 * @param name server id in the websocket URLs and name in the statistics
 * @param region what the statistics give as the bridge's region; may be empty
 * @param initialMaxHeightPx height up to which receivers get video before their constraints arrive; 0 for none
 * @param mostEndpoints endpoints that the bridge takes before it refuses more
 * @param stressPacketRate packets per second, in and out, that count as a stress level of 1
 * @param lossPercent share of the RTP packets to receivers that is thrown away, to try bad networks
 * @param downlinkKbps rate above which packets to a receiver are lost, in kbit/s, to try bad networks; 0 for none
 * @param expiry when silent endpoints and empty conferences go
 */
public record BridgeOptions(
        String httpHost,
        int httpPort,
        int udpPort,
        List<String> addresses,
        String name,
        String region,
        int initialMaxHeightPx,
        int mostEndpoints,
        int stressPacketRate,
        double lossPercent,
        int downlinkKbps,
        ExpiryRules expiry) {

    public BridgeOptions {
        Objects.requireNonNull(httpHost);
        Objects.requireNonNull(name);
        addresses = List.copyOf(addresses);
    }

    /** Options with the defaults of a development bridge: free ports on loopback, Jitsi Videobridge's expiry. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. */
    public static final class Builder {
        private String httpHost = "127.0.0.1";
        private int httpPort;
        private int udpPort;
        private List<String> addresses = List.of();
        private String name = "dev-bridge";
        private String region = "";
        private int initialMaxHeightPx;
        private int mostEndpoints = 500;
        private int stressPacketRate = 50_000;
        private double lossPercent;
        private int downlinkKbps;
        private ExpiryRules expiry = ExpiryRules.defaults();

        private Builder() {}

        public Builder httpHost(String value) {
            httpHost = value;
            return this;
        }

        public Builder httpPort(int value) {
            httpPort = value;
            return this;
        }

        public Builder udpPort(int value) {
            udpPort = value;
            return this;
        }

        public Builder addresses(List<String> value) {
            addresses = value;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder region(String value) {
            region = value;
            return this;
        }

        public Builder initialMaxHeightPx(int value) {
            initialMaxHeightPx = value;
            return this;
        }

        public Builder mostEndpoints(int value) {
            mostEndpoints = value;
            return this;
        }

        public Builder stressPacketRate(int value) {
            stressPacketRate = value;
            return this;
        }

        public Builder lossPercent(double value) {
            lossPercent = value;
            return this;
        }

        public Builder downlinkKbps(int value) {
            downlinkKbps = value;
            return this;
        }

        public Builder expiry(ExpiryRules value) {
            expiry = value;
            return this;
        }

        public BridgeOptions build() {
            return new BridgeOptions(
                    httpHost,
                    httpPort,
                    udpPort,
                    addresses,
                    name,
                    region,
                    initialMaxHeightPx,
                    mostEndpoints,
                    stressPacketRate,
                    lossPercent,
                    downlinkKbps,
                    expiry);
        }
    }
}
