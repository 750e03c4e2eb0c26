package io.directcall.bridge;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/** The addresses of this host that clients may reach. */
final class LocalAddresses {
    private LocalAddresses() {}

    /** All IPv4 addresses of interfaces that are up; loopback last: with it alone browsers need a flag. */
    static List<String> ipv4() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(LocalAddresses::isUp)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .sorted(Comparator.comparing(InetAddress::isLoopbackAddress))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
