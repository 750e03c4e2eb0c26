package io.directcall.bridge.ice;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The numbers of STUN (RFC 8489) and ICE (RFC 8445), and the messages that the bridge sends. */
public final class Stun {
    static final int MAGIC_COOKIE = 0x2112A442;
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    public static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;

    static final int HMAC_LENGTH = 20;
    static final int ROLE_CONFLICT = 487;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    /** Type preference 110 (peer-reflexive), as RFC 8445 asks of checks. */
    private static final int CHECK_PRIORITY = 0x6E7F00FF;

    private Stun() {}

    /** Answers a connectivity check that came from that address. */
    public static byte[] bindingSuccess(byte[] transactionId, InetSocketAddress from, String password) {
        byte[] ip = from.getAddress().getAddress();
        byte[] mask =
                ByteBuffer.allocate(16).putInt(MAGIC_COOKIE).put(transactionId).array();
        ByteBuffer mapped = ByteBuffer.allocate(4 + ip.length)
                .put((byte) 0)
                .put((byte) (ip.length == 4 ? 1 : 2))
                .putShort((short) (from.getPort() ^ (MAGIC_COOKIE >>> 16)));
        for (int i = 0; i < ip.length; i++) {
            mapped.put((byte) (ip[i] ^ mask[i]));
        }
        return new Builder(BINDING_SUCCESS, transactionId)
                .attribute(XOR_MAPPED_ADDRESS, mapped.array())
                .sign(password);
    }

    static byte[] roleConflict(byte[] transactionId, String password) {
        byte[] code = {0, 0, ROLE_CONFLICT / 100, ROLE_CONFLICT % 100};
        return new Builder(BINDING_ERROR, transactionId)
                .attribute(ERROR_CODE, code)
                .sign(password);
    }

    /** A connectivity check; the controlling side nominates with each of them. */
    public static byte[] bindingRequest(
            byte[] transactionId, String username, String password, boolean controlling, long tieBreaker) {
        Builder request = new Builder(BINDING_REQUEST, transactionId)
                .attribute(USERNAME, username.getBytes(StandardCharsets.UTF_8))
                .attribute(
                        PRIORITY, ByteBuffer.allocate(4).putInt(CHECK_PRIORITY).array())
                .attribute(
                        controlling ? ICE_CONTROLLING : ICE_CONTROLLED,
                        ByteBuffer.allocate(8).putLong(tieBreaker).array());
        if (controlling) {
            request.attribute(USE_CANDIDATE, new byte[0]);
        }
        return request.sign(password);
    }

    static byte[] hmac(byte[] data, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA1", impossible);
        }
    }

    static int fingerprint(byte[] covered) {
        CRC32 crc = new CRC32();
        crc.update(covered);
        return (int) crc.getValue() ^ FINGERPRINT_MASK;
    }

    private static final class Builder {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

        Builder(int type, byte[] transactionId) {
            putShort(type);
            putShort(0);
            out.writeBytes(ByteBuffer.allocate(4).putInt(MAGIC_COOKIE).array());
            out.writeBytes(transactionId);
        }

        Builder attribute(int type, byte[] value) {
            putShort(type);
            putShort(value.length);
            out.writeBytes(value);
            out.writeBytes(new byte[(4 - value.length % 4) % 4]);
            return this;
        }

        /** Adds integrity and fingerprint; each covers a header whose length already includes it. */
        byte[] sign(String password) {
            attribute(MESSAGE_INTEGRITY, hmac(withLength(4 + HMAC_LENGTH), password));
            byte[] crc =
                    ByteBuffer.allocate(4).putInt(fingerprint(withLength(8))).array();
            attribute(FINGERPRINT, crc);
            return withLength(0);
        }

        private byte[] withLength(int more) {
            byte[] bytes = out.toByteArray();
            ByteBuffer.wrap(bytes).putShort(2, (short) (bytes.length - 20 + more));
            return bytes;
        }

        private void putShort(int value) {
            out.write(value >> 8);
            out.write(value);
        }
    }
}
