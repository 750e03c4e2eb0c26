package io.directcall.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.dtls.BridgeIdentity;
import io.directcall.bridge.dtls.DtlsTestClient;
import io.directcall.bridge.dtls.SrtpProfile;
import io.directcall.bridge.ice.IceCredentials;
import io.directcall.bridge.ice.Stun;
import io.directcall.bridge.ice.StunMessage;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.srtp.SrtpSession;
import io.directcall.bridge.srtp.SrtpWarmUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;

/** What a browser does, without pictures: connects to the bridge over UDP, sends packets and keeps what it gets. */
public final class TestBrowser implements AutoCloseable {
    private static final BridgeIdentity IDENTITY = BridgeIdentity.create();
    private static final Duration CHECK_AGAIN = Duration.ofMillis(100);
    private static final int MOST_CHECKS = 100;

    static {
        // Else the first packet waits until all implementations of AES have been compared.
        SrtpWarmUp.run();
    }

    private final IceCredentials credentials = IceCredentials.random();
    private final DatagramSocket socket;
    private final List<InetSocketAddress> candidates;
    private final Map<String, CountDownLatch> checks = new ConcurrentHashMap<>();
    private final IceCredentials remote;
    private final BlockingQueue<byte[]> dtls = new LinkedBlockingQueue<>();
    private final List<Packet> rtp = new CopyOnWriteArrayList<>();
    private final List<RtcpPacket> rtcp = new CopyOnWriteArrayList<>();
    private volatile InetSocketAddress bridge;
    private volatile SrtpSession srtp;
    private volatile boolean away;

    /** @param transport what the bridge said about its side */
    public TestBrowser(JsonNode transport) throws IOException {
        candidates = TestCandidates.of(transport);
        bridge = candidates.getFirst();
        boolean local = bridge.getAddress().isLoopbackAddress();
        socket = local ? new DatagramSocket(0, InetAddress.getLoopbackAddress()) : new DatagramSocket();
        remote = new IceCredentials(
                transport.path("ufrag").asText(), transport.path("pwd").asText());
        Thread.ofPlatform().daemon().name("test-browser").start(this::read);
    }

    public IceCredentials credentials() {
        return credentials;
    }

    public String fingerprint() {
        return IDENTITY.fingerprint().value();
    }

    /** Checks until the bridge answers: what was sent before has been read by then. */
    public void check() {
        for (int i = 0; i < MOST_CHECKS; i++) {
            if (checkOnce()) {
                return;
            }
        }
        throw new AssertionError("no candidate of the bridge answers: " + candidates);
    }

    private boolean checkOnce() {
        byte[] transaction = new byte[12];
        ThreadLocalRandom.current().nextBytes(transaction);
        CountDownLatch answered = new CountDownLatch(1);
        checks.put(HexFormat.of().formatHex(transaction), answered);
        String username = remote.fragment() + ":" + credentials.fragment();
        byte[] request = Stun.bindingRequest(transaction, username, remote.password(), false, 1);
        List<InetSocketAddress> targets = srtp == null ? candidates : List.of(bridge);
        targets.forEach(target -> send(request, target));
        try {
            return answered.await(CHECK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Checks and shakes hands. */
    public TestBrowser connect() throws IOException {
        check();
        srtp = SrtpSession.ofClient(
                DtlsTestClient.connect(new Transport(), IDENTITY, SrtpProfile.AES_CM_128_HMAC_SHA1_80));
        return this;
    }

    public void sendRtp(Packet packet) {
        srtp.protectRtp(packet, this::put);
    }

    public void sendRtcp(byte[] message) {
        srtp.protectRtcp(Packet.copyOf(message), this::put);
    }

    private boolean put(Packet packet) {
        send(packet.toByteArray());
        return true;
    }

    /** Sends a datagram as it is. */
    public void send(byte[] datagram) {
        send(datagram, bridge);
    }

    private void send(byte[] datagram, InetSocketAddress target) {
        if (away) {
            return;
        }
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither sends nor hears anything, as a browser whose network is gone, until told otherwise. */
    public void away(boolean value) {
        away = value;
    }

    /** All RTP that came so far. */
    public List<Packet> rtp() {
        return rtp;
    }

    /** All RTCP that came so far. */
    public List<RtcpPacket> rtcp() {
        return rtcp;
    }

    private void read() {
        byte[] buffer = new byte[2048];
        DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(buffer.length);
                socket.receive(datagram);
                if (!away) {
                    take(Arrays.copyOf(buffer, datagram.getLength()), (InetSocketAddress) datagram.getSocketAddress());
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(byte[] datagram, InetSocketAddress from) {
        int first = datagram[0] & 0xFF;
        if (first < 4) {
            StunMessage.parse(datagram, datagram.length).ifPresent(message -> stun(message, from));
        } else if (first >= 20 && first < 64) {
            dtls.add(datagram);
        } else if (first >= 128 && srtp != null) {
            Packet packet = Packet.copyOf(datagram);
            if (Packet.looksLikeRtcp(datagram)) {
                if (srtp.unprotectRtcp(packet)) {
                    rtcp.addAll(RtcpPacket.split(packet));
                }
            } else if (srtp.unprotectRtp(packet)) {
                rtp.add(packet);
            }
        }
    }

    /** A bridge that controls ICE checks this side too, and needs an answer to go on. */
    private void stun(StunMessage message, InetSocketAddress from) {
        if (message.isBindingRequest() && message.isAuthentic(credentials.password())) {
            send(Stun.bindingSuccess(message.transactionId(), from, credentials.password()), from);
        } else if (message.isBindingSuccess()) {
            CountDownLatch check = checks.remove(HexFormat.of().formatHex(message.transactionId()));
            if (check != null) {
                bridge = from;
                check.countDown();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private final class Transport implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return 1500;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] target, int offset, int length, int waitMillis) throws IOException {
            try {
                byte[] datagram = dtls.poll(waitMillis, TimeUnit.MILLISECONDS);
                if (datagram == null) {
                    return -1;
                }
                int size = Math.min(length, datagram.length);
                System.arraycopy(datagram, 0, target, offset, size);
                return size;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public void send(byte[] datagram, int offset, int length) {
            TestBrowser.this.send(Arrays.copyOfRange(datagram, offset, offset + length));
        }

        @Override
        public void close() {}
    }
}
