package io.directcall.bridge.media;

import io.directcall.bridge.dtls.BridgeIdentity;
import io.directcall.bridge.dtls.CertificateFingerprint;
import io.directcall.bridge.dtls.DtlsServer;
import io.directcall.bridge.dtls.SrtpKeys;
import io.directcall.bridge.ice.IceAgent;
import io.directcall.bridge.ice.IceCredentials;
import io.directcall.bridge.ice.StunMessage;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.srtp.SrtpSession;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The connection to one client: ICE, DTLS and SRTP. Single-use; {@link #close()} ends it. */
public final class MediaSession implements UdpPeer, DtlsServer.Listener {
    private static final System.Logger LOG = System.getLogger(MediaSession.class.getName());
    private static final int SHORTEST_RTP = 12;

    /** How far the connection got. */
    public enum State {
        NEW,
        CHECKED,
        SECURING,
        CONNECTED,
        /** The client said goodbye. */
        ENDED,
        FAILED,
        CLOSED
    }

    /** What runs over the connection. */
    public interface Listener {
        /** Media can be sent from now on. On the DTLS thread. */
        void connected();

        /** Whether packets of that SSRC were signalled. On the reader thread, as all that follow. */
        boolean expects(int ssrc);

        void rtp(Packet packet);

        void rtcp(Packet packet);
    }

    private final String label;
    private final UdpServer udp;
    private final Listener listener;
    private final LongSupplier nanoClock;
    private final Downlink downlink;
    private final IceAgent ice;
    private final DtlsServer dtls;
    private final Counters counters = new Counters();
    private final AtomicLong lastHeardNanos = new AtomicLong();
    private volatile boolean heard;
    private volatile State state = State.NEW;
    private volatile SrtpSession srtp;

    /** @param label for the log: session and endpoint */
    public MediaSession(
            String label,
            UdpServer udp,
            BridgeIdentity identity,
            boolean controlling,
            Listener listener,
            Downlink downlink,
            LongSupplier nanoClock) {
        this.label = label;
        this.udp = udp;
        this.listener = listener;
        this.downlink = downlink;
        this.nanoClock = nanoClock;
        this.ice = new IceAgent(controlling, (bytes, to) -> udp.send(bytes, bytes.length, to));
        this.dtls = new DtlsServer(identity, this::sendToSelected, this);
        udp.register(ice.local().fragment(), this);
    }

    public IceCredentials localCredentials() {
        return ice.local();
    }

    public boolean hasRemoteCredentials() {
        return ice.hasRemote();
    }

    public void setRemoteCredentials(IceCredentials credentials) {
        ice.setRemote(credentials);
    }

    public void expectCertificate(Set<CertificateFingerprint> fingerprints) {
        dtls.expect(fingerprints);
    }

    public State state() {
        return state;
    }

    public Downlink downlink() {
        return downlink;
    }

    public Counters counters() {
        return counters;
    }

    /** Whether anything authentic ever arrived. */
    public boolean wasHeard() {
        return heard;
    }

    /** When something authentic arrived last, by the clock given; meaningless before {@link #wasHeard()}. */
    public long lastHeardNanos() {
        return lastHeardNanos.get();
    }

    public String selectedAddress() {
        return ice.selected().map(InetSocketAddress::toString).orElse("");
    }

    /** Checks again what is not confirmed; to be called every half second. */
    public void check() {
        ice.checkAll();
    }

    @Override
    public boolean stun(StunMessage message, InetSocketAddress from) {
        boolean authentic = ice.receive(message, from);
        if (authentic) {
            wasHeardNow();
            if (state == State.NEW) {
                state = State.CHECKED;
            }
        }
        return authentic;
    }

    @Override
    public void dtls(byte[] datagram) {
        if (state == State.CHECKED) {
            state = State.SECURING;
        }
        if (!dtls.receive(datagram)) {
            counters.refused();
        }
    }

    @Override
    public void secured(SrtpKeys keys) {
        if (state == State.CLOSED) {
            return;
        }
        srtp = new SrtpSession(keys);
        state = State.CONNECTED;
        LOG.log(System.Logger.Level.INFO, "{0} connected profile={1}", label, keys.profile());
        listener.connected();
    }

    @Override
    public void ended(String reason) {
        if (state != State.CLOSED) {
            state = srtp == null ? State.FAILED : State.ENDED;
            LOG.log(System.Logger.Level.INFO, "{0} dtls ended: {1}", label, reason);
        }
    }

    @Override
    public void media(byte[] buffer, int length, InetSocketAddress from) {
        SrtpSession session = srtp;
        if (session == null || length < SHORTEST_RTP) {
            counters.refused();
            return;
        }
        boolean rtcp = Packet.looksLikeRtcp(buffer);
        Packet packet = Packet.copyOf(buffer, 0, length);
        if (!rtcp && !session.knows(packet.ssrc()) && !listener.expects(packet.ssrc())) {
            counters.unsignalled();
        } else if (rtcp ? session.unprotectRtcp(packet) : session.unprotectRtp(packet)) {
            counters.received(length);
            wasHeardNow();
            ice.mediaFrom(from);
            pass(packet, rtcp);
        } else {
            counters.refused();
        }
    }

    private void pass(Packet packet, boolean rtcp) {
        if (rtcp) {
            RtcpPacket.split(packet).forEach(downlink::feedback);
            listener.rtcp(packet);
        } else if (packet.isRtp()) {
            listener.rtp(packet);
        } else {
            counters.refused();
        }
    }

    /** Encrypts the packet, whose buffer is used up by it, and sends it; dropped while not connected. */
    public void sendRtp(Packet packet) {
        SrtpSession session = srtp;
        if (session != null && downlink.carries(packet.getLength())) {
            session.protectRtp(packet, this::put);
        }
    }

    /** As {@link #sendRtp} for a packet that the client asks for again. */
    public void sendRtpAgain(Packet packet) {
        downlink.wasAskedAgain();
        sendRtp(packet);
    }

    /** As {@link #sendRtp} for RTCP. */
    public void sendRtcp(byte[] message) {
        SrtpSession session = srtp;
        if (session != null) {
            session.protectRtcp(Packet.copyOf(message), this::put);
        }
    }

    private boolean put(Packet packet) {
        ice.selected().ifPresent(to -> {
            udp.send(packet.getBuffer(), packet.getLength(), to);
            counters.sent(packet.getLength());
        });
        return true;
    }

    private void sendToSelected(byte[] datagram) {
        ice.selected().ifPresent(to -> udp.send(datagram, datagram.length, to));
    }

    private void wasHeardNow() {
        lastHeardNanos.set(nanoClock.getAsLong());
        heard = true;
    }

    public void close() {
        state = State.CLOSED;
        srtp = null;
        dtls.close();
        udp.forget(ice.local().fragment(), this);
    }
}
