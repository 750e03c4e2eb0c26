package io.directcall.bridge.media;

import io.directcall.bridge.ice.StunMessage;
import java.net.InetSocketAddress;

/** Whom datagrams of one client are for. Called on the reader thread of {@link UdpServer}. */
interface UdpPeer {
    /** Handles a STUN message; true when it was authentic, so that its address belongs to this peer from now on. */
    boolean stun(StunMessage message, InetSocketAddress from);

    void dtls(byte[] datagram);

    /** Handles RTP or RTCP; the buffer is the reader's own. */
    void media(byte[] buffer, int length, InetSocketAddress from);
}
