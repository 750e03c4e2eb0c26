package io.directcall.bridge.media;

import io.directcall.bridge.fault.Faults;
import io.directcall.bridge.ice.StunMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one UDP socket of a bridge and the thread that reads it. Datagrams find their peer by the user name of a STUN
 * request, from then on by their source address; all others are dropped.
 */
public final class UdpServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UdpServer.class.getName());
    private static final int LARGEST_DATAGRAM = 2048;
    private static final int SOCKET_BUFFER = 4 << 20;

    private final DatagramSocket socket;
    private final Faults faults;
    private final Thread reader;
    private final Map<String, UdpPeer> byFragment = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, UdpPeer> byAddress = new ConcurrentHashMap<>();
    private final LongAdder packetsIn = new LongAdder();
    private final LongAdder packetsOut = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** Binds to the port (0: any free one) on all IPv4 addresses; reading begins with {@link #start()}. */
    public UdpServer(int port, Faults faults) throws IOException {
        this.faults = faults;
        socket = new DatagramSocket(null);
        socket.setReceiveBufferSize(SOCKET_BUFFER);
        socket.setSendBufferSize(SOCKET_BUFFER);
        socket.bind(new InetSocketAddress(Inet4Address.getByName("0.0.0.0"), port));
        reader = Thread.ofPlatform().name("bridge-udp").daemon().unstarted(this::read);
    }

    public void start() {
        reader.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public boolean isReading() {
        return reader.isAlive();
    }

    void register(String fragment, UdpPeer peer) {
        byFragment.put(fragment, peer);
    }

    void forget(String fragment, UdpPeer peer) {
        byFragment.remove(fragment, peer);
        byAddress.values().removeIf(peer::equals);
    }

    /** Sends; what the network refuses is lost, as on the wire. */
    void send(byte[] buffer, int length, InetSocketAddress to) {
        if (faults.isUdpOff()) {
            return;
        }
        try {
            socket.send(new DatagramPacket(buffer, length, to));
            packetsOut.increment();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "udp send to={0} failed: {1}", to, e.getMessage());
        }
    }

    private void read() {
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(buffer.length);
                socket.receive(datagram);
                if (faults.isUdpOff()) {
                    dropped.increment();
                } else {
                    packetsIn.increment();
                    dispatch(buffer, datagram.getLength(), (InetSocketAddress) datagram.getSocketAddress());
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "udp receive failed: {0}", e.getMessage());
                }
            } catch (RuntimeException e) {
                // One hostile datagram must not end the media of all calls.
                LOG.log(System.Logger.Level.WARNING, "udp datagram could not be handled", e);
            }
        }
    }

    /** RFC 7983: the first byte says what it is. */
    private void dispatch(byte[] buffer, int length, InetSocketAddress from) {
        int first = length == 0 ? -1 : buffer[0] & 0xFF;
        UdpPeer peer = byAddress.get(from);
        if (first >= 0 && first < 4) {
            StunMessage.parse(buffer, length).ifPresentOrElse(message -> stun(message, peer, from), dropped::increment);
        } else if (peer != null && first >= 20 && first < 64) {
            peer.dtls(Arrays.copyOf(buffer, length));
        } else if (peer != null && first >= 128 && first < 192) {
            peer.media(buffer, length, from);
        } else {
            dropped.increment();
        }
    }

    private void stun(StunMessage message, UdpPeer known, InetSocketAddress from) {
        if (!message.isBindingRequest()) {
            if (known == null || !known.stun(message, from)) {
                dropped.increment();
            }
            return;
        }
        String fragment = message.receiverFragment().orElse("");
        UdpPeer peer = byFragment.get(fragment);
        if (peer == null || !peer.stun(message, from)) {
            dropped.increment();
            return;
        }
        byAddress.put(from, peer);
        if (byFragment.get(fragment) != peer) {
            byAddress.remove(from, peer); // it was closed meanwhile and would never be forgotten
        }
    }

    public long packetsIn() {
        return packetsIn.sum();
    }

    public long packetsOut() {
        return packetsOut.sum();
    }

    /** Datagrams that were nobody's or no authentic STUN, and all while UDP is off. */
    public long dropped() {
        return dropped.sum();
    }

    @Override
    public void close() {
        socket.close();
    }
}
