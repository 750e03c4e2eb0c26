package io.directcall.bridge.dtls;

import java.util.Arrays;

/** The keys that a handshake negotiated (RFC 5764, 4.2). */
public final class SrtpKeys {
    private static final int KEY_LENGTH = 16;

    private final SrtpProfile profile;
    private final byte[] material;

    /** @param material keys of client and server, then their salts */
    public SrtpKeys(SrtpProfile profile, byte[] material) {
        this.profile = profile;
        this.material = material.clone();
    }

    public static int materialLength(SrtpProfile profile) {
        return 2 * (KEY_LENGTH + profile.saltLength());
    }

    public SrtpProfile profile() {
        return profile;
    }

    public byte[] clientKey() {
        return part(0, KEY_LENGTH);
    }

    public byte[] serverKey() {
        return part(KEY_LENGTH, KEY_LENGTH);
    }

    public byte[] clientSalt() {
        return part(2 * KEY_LENGTH, profile.saltLength());
    }

    public byte[] serverSalt() {
        return part(2 * KEY_LENGTH + profile.saltLength(), profile.saltLength());
    }

    private byte[] part(int from, int length) {
        return Arrays.copyOfRange(material, from, from + length);
    }
}
