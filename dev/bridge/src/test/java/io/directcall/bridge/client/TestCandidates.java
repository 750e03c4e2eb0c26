package io.directcall.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Where a bridge can be reached. */
final class TestCandidates {
    private TestCandidates() {}

    /** Its IPv4 addresses; loopback alone when there is one, so that tests on one machine leave the network in peace. */
    static List<InetSocketAddress> of(JsonNode transport) throws UnknownHostException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (JsonNode candidate : transport.path("candidates")) {
            InetAddress address = InetAddress.getByName(candidate.path("ip").asText());
            if (address instanceof Inet4Address
                    && candidate.path("protocol").asText().equalsIgnoreCase("udp")) {
                addresses.add(
                        new InetSocketAddress(address, candidate.path("port").asInt()));
            }
        }
        List<InetSocketAddress> loopback = addresses.stream()
                .filter(address -> address.getAddress().isLoopbackAddress())
                .toList();
        return loopback.isEmpty() ? addresses : loopback;
    }
}
