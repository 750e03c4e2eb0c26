package io.directcall.bridge.dtls;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.tls.SRTPProtectionProfile;

/** The protection profiles of SRTP that the bridge takes, the preferred one first. */
public enum SrtpProfile {
    AES_CM_128_HMAC_SHA1_80(SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80, 14),
    AEAD_AES_128_GCM(SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, 12);

    private final int id;
    private final int saltLength;

    SrtpProfile(int id, int saltLength) {
        this.id = id;
        this.saltLength = saltLength;
    }

    public int id() {
        return id;
    }

    public int saltLength() {
        return saltLength;
    }

    /** The first of the bridge's profiles that the client offers. */
    static Optional<SrtpProfile> choose(int[] offered) {
        for (SrtpProfile profile : values()) {
            if (IntStream.of(offered).anyMatch(id -> id == profile.id)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
