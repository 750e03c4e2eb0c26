package io.directcall.bridge.colibri;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.conference.Endpoint;
import io.directcall.bridge.dtls.CertificateFingerprint;
import io.directcall.bridge.ice.IceCredentials;
import java.util.List;
import java.util.function.Function;

/** Tells a client where and how to connect. */
public final class TransportDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HOST_PRIORITY = 2_130_706_431L;

    private final CertificateFingerprint fingerprint;
    private final List<String> addresses;
    private final int port;
    private final Function<Endpoint, String> channelUrl;

    public TransportDescription(
            CertificateFingerprint fingerprint,
            List<String> addresses,
            int port,
            Function<Endpoint, String> channelUrl) {
        this.fingerprint = fingerprint;
        this.addresses = List.copyOf(addresses);
        this.port = port;
        this.channelUrl = channelUrl;
    }

    ObjectNode describe(Endpoint endpoint) {
        IceCredentials credentials = endpoint.media().localCredentials();
        ObjectNode transport = JSON.createObjectNode()
                .put("xmlns", "urn:xmpp:jingle:transports:ice-udp:1")
                .put("ufrag", credentials.fragment())
                .put("pwd", credentials.password())
                .put("rtcp-mux", true);
        transport
                .putArray("fingerprints")
                .addObject()
                .put("fingerprint", fingerprint.value())
                .put("setup", "actpass")
                .put("hash", fingerprint.hash());
        ArrayNode candidates = transport.putArray("candidates");
        for (int i = 0; i < addresses.size(); i++) {
            candidate(candidates.addObject(), addresses.get(i), i + 1);
        }
        transport.putArray("web-sockets").add(channelUrl.apply(endpoint));
        return transport;
    }

    /** Numbers are strings, as Jitsi Videobridge writes them. */
    private void candidate(ObjectNode candidate, String address, int rank) {
        candidate
                .put("id", IceCredentials.token(16))
                .put("foundation", String.valueOf(rank))
                .put("component", "1")
                .put("protocol", "udp")
                .put("priority", String.valueOf(HOST_PRIORITY - 256L * (rank - 1)))
                .put("ip", address)
                .put("port", String.valueOf(port))
                .put("type", "host")
                .put("generation", "0")
                .put("network", "0");
    }
}
