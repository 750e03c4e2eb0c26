package io.directcall.bridge.srtp;

import io.directcall.bridge.dtls.SrtpKeys;
import io.directcall.bridge.dtls.SrtpProfile;
import io.directcall.bridge.rtp.Packet;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.srtp.crypto.JitsiOpenSslProvider;

/**
 * Chooses and loads the AES implementation before the first call. Left alone, jitsi-srtp compares all implementations at
 * the first packet, on the thread that reads the media of everybody: on a busy machine it stood still for 3 s.
 */
public final class SrtpWarmUp {
    private static final System.Logger LOG = System.getLogger(SrtpWarmUp.class.getName());

    private SrtpWarmUp() {}

    /** Takes up to a second in a cold JVM. */
    public static void run() {
        Aes.setFactoryClassName(JitsiOpenSslProvider.isLoaded() ? "OpenSSL" : "SunJCE");
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpKeys keys = new SrtpKeys(profile, new byte[SrtpKeys.materialLength(profile)]);
            Packet packet = Packet.copyOf(new byte[] {(byte) 0x80, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0});
            boolean works = new SrtpSession(keys).protectRtp(packet, sent -> true)
                    && SrtpSession.ofClient(keys).unprotectRtp(packet);
            if (!works) {
                LOG.log(System.Logger.Level.WARNING, "SRTP with {0} does not work here", profile);
            }
        }
    }
}
