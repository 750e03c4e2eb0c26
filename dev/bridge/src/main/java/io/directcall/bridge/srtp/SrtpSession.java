package io.directcall.bridge.srtp;

import io.directcall.bridge.dtls.SrtpKeys;
import io.directcall.bridge.dtls.SrtpProfile;
import io.directcall.bridge.rtp.Packet;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;

/**
 * The SRTP contexts of one endpoint: one key for what it sends, another for what it gets. A context lives as long as the
 * endpoint, since the roll-over counter in it must survive a camera that is off for a while. Thread-safe.
 */
public final class SrtpSession {
    private static final int MOST_CONTEXTS = 2048;
    private static final Logger LOG = new LoggerImpl("io.directcall.bridge.srtp");

    private final SrtpContextFactory incoming;
    private final SrtpContextFactory outgoing;
    private final Map<Integer, SrtpCryptoContext> rtpIn = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpIn = new HashMap<>();
    private final Map<Integer, SrtpCryptoContext> rtpOut = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpOut = new HashMap<>();

    public SrtpSession(SrtpKeys keys) {
        incoming = factory(false, keys.clientKey(), keys.clientSalt(), keys.profile());
        outgoing = factory(true, keys.serverKey(), keys.serverSalt(), keys.profile());
    }

    /** A session of the other side, for tests that play the client. */
    public static SrtpSession ofClient(SrtpKeys keys) {
        return new SrtpSession(
                factory(false, keys.serverKey(), keys.serverSalt(), keys.profile()),
                factory(true, keys.clientKey(), keys.clientSalt(), keys.profile()));
    }

    private SrtpSession(SrtpContextFactory incoming, SrtpContextFactory outgoing) {
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    private static SrtpContextFactory factory(boolean sender, byte[] key, byte[] salt, SrtpProfile profile) {
        return new SrtpContextFactory(sender, key, salt, policy(profile), policy(profile), LOG);
    }

    private static SrtpPolicy policy(SrtpProfile profile) {
        SrtpPolicy policy =
                switch (profile) {
                    case AES_CM_128_HMAC_SHA1_80 ->
                        new SrtpPolicy(SrtpPolicy.AESCM_ENCRYPTION, 16, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, 10, 14);
                    case AEAD_AES_128_GCM ->
                        new SrtpPolicy(SrtpPolicy.AESGCM_ENCRYPTION, 16, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, 12);
                };
        // A packet that answers a NACK is sent a second time under its old index.
        policy.setSendReplayEnabled(false);
        return policy;
    }

    /** Whether packets of that SSRC were accepted before. */
    public synchronized boolean knows(int ssrc) {
        return rtpIn.containsKey(ssrc);
    }

    /** Authenticates and decrypts in place; false for what is forged, replayed or malformed. */
    public synchronized boolean unprotectRtp(Packet packet) {
        return unprotect(
                rtpIn,
                packet.ssrc(),
                ssrc -> incoming.deriveContext(ssrc, 0),
                context -> context.reverseTransformPacket(packet, false));
    }

    /** As {@link #unprotectRtp} for RTCP. */
    public synchronized boolean unprotectRtcp(Packet packet) {
        return unprotect(
                rtcpIn,
                packet.rtcpSender(),
                incoming::deriveControlContext,
                context -> context.reverseTransformPacket(packet));
    }

    /** Encrypts in place and hands the packet to {@code send} in the same order as others: the receiver minds it. */
    public synchronized boolean protectRtp(Packet packet, Predicate<Packet> send) {
        return protect(
                        rtpOut,
                        packet.ssrc(),
                        ssrc -> outgoing.deriveContext(ssrc, 0),
                        context -> context.transformPacket(packet))
                && send.test(packet);
    }

    /** As {@link #protectRtp} for RTCP. */
    public synchronized boolean protectRtcp(Packet packet, Predicate<Packet> send) {
        return protect(
                        rtcpOut,
                        packet.rtcpSender(),
                        outgoing::deriveControlContext,
                        context -> context.transformPacket(packet))
                && send.test(packet);
    }

    private interface Derivation<C> {
        C derive(int ssrc) throws GeneralSecurityException;
    }

    private interface Transformation<C> {
        SrtpErrorStatus apply(C context) throws GeneralSecurityException;
    }

    /** A context is kept only once a packet proved to be authentic, else forged SSRCs would fill the memory. */
    private static <C> boolean unprotect(
            Map<Integer, C> contexts, int ssrc, Derivation<C> derivation, Transformation<C> transformation) {
        try {
            C known = contexts.get(ssrc);
            C context = known == null ? derivation.derive(ssrc) : known;
            if (transformation.apply(context) != SrtpErrorStatus.OK) {
                return false;
            }
            if (known == null && contexts.size() < MOST_CONTEXTS) {
                contexts.put(ssrc, context);
            }
            return true;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            return false; // jitsi-srtp trusts lengths in places; junk must not end the reader thread
        }
    }

    private static <C> boolean protect(
            Map<Integer, C> contexts, int ssrc, Derivation<C> derivation, Transformation<C> transformation) {
        try {
            C context = contexts.get(ssrc);
            if (context == null) {
                if (contexts.size() >= MOST_CONTEXTS) {
                    return false;
                }
                context = derivation.derive(ssrc);
                contexts.put(ssrc, context);
            }
            return transformation.apply(context) == SrtpErrorStatus.OK;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            return false;
        }
    }
}
