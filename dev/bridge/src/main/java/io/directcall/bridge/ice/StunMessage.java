package io.directcall.bridge.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A STUN message as it was received. */
public final class StunMessage {
    private static final int HEADER_LENGTH = 20;

    private final int type;
    private final byte[] transactionId;
    private final Map<Integer, byte[]> attributes = new HashMap<>();
    private final byte[] raw;
    private int integrityOffset = -1;
    private int fingerprintOffset = -1;

    private StunMessage(int type, byte[] transactionId, byte[] raw) {
        this.type = type;
        this.transactionId = transactionId;
        this.raw = raw;
    }

    /** Empty when the bytes are no well-formed STUN message. */
    public static Optional<StunMessage> parse(byte[] datagram, int length) {
        if (length < HEADER_LENGTH || length > datagram.length) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(datagram, 0, length);
        int type = buffer.getShort() & 0xFFFF;
        int bodyLength = buffer.getShort() & 0xFFFF;
        if (type > 0x3FFF || buffer.getInt() != Stun.MAGIC_COOKIE || bodyLength + HEADER_LENGTH != length) {
            return Optional.empty();
        }
        byte[] transactionId = new byte[12];
        buffer.get(transactionId);
        StunMessage message = new StunMessage(type, transactionId, Arrays.copyOf(datagram, length));
        return message.readAttributes(buffer) ? Optional.of(message) : Optional.empty();
    }

    private boolean readAttributes(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            int offset = buffer.position();
            if (buffer.remaining() < 4) {
                return false;
            }
            int attribute = buffer.getShort() & 0xFFFF;
            int length = buffer.getShort() & 0xFFFF;
            int padded = (length + 3) & ~3;
            if (padded > buffer.remaining()) {
                return false;
            }
            remember(attribute, offset, Arrays.copyOfRange(raw, offset + 4, offset + 4 + length));
            buffer.position(offset + 4 + padded);
        }
        return true;
    }

    /** What follows the integrity is unprotected and must be ignored, but for the fingerprint. */
    private void remember(int attribute, int offset, byte[] value) {
        if (attribute == Stun.FINGERPRINT && fingerprintOffset < 0) {
            fingerprintOffset = offset;
            attributes.put(attribute, value);
        } else if (integrityOffset < 0) {
            if (attribute == Stun.MESSAGE_INTEGRITY) {
                integrityOffset = offset;
            }
            attributes.putIfAbsent(attribute, value);
        }
    }

    public boolean isBindingRequest() {
        return type == Stun.BINDING_REQUEST;
    }

    public boolean isBindingSuccess() {
        return type == Stun.BINDING_SUCCESS;
    }

    public boolean isBindingError() {
        return type == Stun.BINDING_ERROR;
    }

    public byte[] transactionId() {
        return transactionId.clone();
    }

    String transactionKey() {
        return HexFormat.of().formatHex(transactionId);
    }

    public boolean has(int attribute) {
        return attributes.containsKey(attribute);
    }

    Optional<byte[]> attribute(int attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The 64-bit tie-breaker in the given role attribute. */
    Optional<Long> tieBreaker(int roleAttribute) {
        return attribute(roleAttribute)
                .filter(value -> value.length == 8)
                .map(value -> ByteBuffer.wrap(value).getLong());
    }

    /** The user name of a request: the fragment of the receiver, a colon, that of the sender. */
    public Optional<String> username() {
        return attribute(Stun.USERNAME).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** The fragment of whom the request is meant for. */
    public Optional<String> receiverFragment() {
        return username().map(name -> name.substring(0, Math.max(0, name.indexOf(':'))));
    }

    /** Whether message integrity (required) and fingerprint (if there is one) are right. */
    public boolean isAuthentic(String password) {
        return integrityOffset >= 0 && integrityIsRight(password) && (fingerprintOffset < 0 || fingerprintIsRight());
    }

    private boolean integrityIsRight(String password) {
        byte[] signed = Arrays.copyOf(raw, integrityOffset);
        putLength(signed, integrityOffset + 4 + Stun.HMAC_LENGTH);
        return MessageDigest.isEqual(Stun.hmac(signed, password), attributes.get(Stun.MESSAGE_INTEGRITY));
    }

    private boolean fingerprintIsRight() {
        byte[] covered = Arrays.copyOf(raw, fingerprintOffset);
        putLength(covered, fingerprintOffset + 8);
        byte[] value = attributes.get(Stun.FINGERPRINT);
        return value.length == 4 && ByteBuffer.wrap(value).getInt() == Stun.fingerprint(covered);
    }

    private static void putLength(byte[] message, int end) {
        int length = end - HEADER_LENGTH;
        message[2] = (byte) (length >> 8);
        message[3] = (byte) length;
    }
}
