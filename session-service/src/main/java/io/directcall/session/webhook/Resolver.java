package io.directcall.session.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. Blocks. */
@FunctionalInterface
interface Resolver {
    /** The resolver of the machine; it keeps what it found for 30 s. */
    Resolver OF_MACHINE = host -> List.of(InetAddress.getAllByName(host));

    /** @return at least one */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
