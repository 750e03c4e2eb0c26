package io.directcall.service.limit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a request comes from. Of {@code X-Forwarded-For} only the entries count that the installation's own proxies added, which are the
 * last ones: what stands before them the client wrote itself. (Quarkus' own forwarding takes the first one, and is not used for that.)
 *
 * @param proxies how many proxies there are
 */
public record ClientAddress(int proxies) {
    static final String HEADER = "X-Forwarded-For";

    private static final int NETWORK_BYTES = 8;

    /** The address of the client as text. */
    public String of(HttpServerRequest request) {
        // Not the request's: Quarkus may have put there what a header says.
        SocketAddress peer = request.connection().remoteAddress();
        return of(request.headers().getAll(HEADER), peer.hostAddress());
    }

    /** @param peer who connected */
    String of(List<String> forwardedFor, String peer) {
        String[] entries = String.join(",", forwardedFor).split(",", -1);
        if (proxies == 0 || forwardedFor.isEmpty()) {
            return peer;
        }
        String entry = entries[Math.max(0, entries.length - proxies)].trim();
        return NetUtil.createInetAddressFromIpAddressString(entry) == null ? peer : entry;
    }

    /**
     * Whom requests of an address are counted for: itself, or its network of 64 bits in IPv6, where everybody has more addresses than
     * could be counted.
     */
    public static Sender.Address counted(String address) {
        return switch (NetUtil.createInetAddressFromIpAddressString(address)) {
            case Inet6Address six -> new Sender.Address(network(six));
            case InetAddress four -> new Sender.Address(four.getHostAddress());
            case null -> new Sender.Address(address);
        };
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an address", impossible);
        }
    }
}
