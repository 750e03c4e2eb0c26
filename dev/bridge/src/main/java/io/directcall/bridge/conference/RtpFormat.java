package io.directcall.bridge.conference;

import io.directcall.bridge.rtp.HeaderExtensions;
import io.directcall.bridge.rtp.Packet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The payload types and header extensions signalled for one endpoint; they are added to, never removed. */
public final class RtpFormat {
    private static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    private static final String TRANSPORT_CC =
            "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
    /** The extensions that mean anything to receivers; all others, such as {@code sdes:mid}, are taken out. */
    private static final Set<String> FORWARDED = Set.of(
            AUDIO_LEVEL,
            "urn:3gpp:video-orientation",
            "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension");

    private final Map<Integer, PayloadType> payloadTypes = new ConcurrentHashMap<>();
    private final Set<MediaKind> accepted = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> extensions = new ConcurrentHashMap<>();

    public void add(PayloadType type) {
        payloadTypes.put(type.id(), type);
        accepted.add(type.kind());
    }

    /** Ids are those of two-byte headers: 1 to 255. */
    public void addExtension(int id, String uri) {
        if (id > 0 && id < 256) {
            extensions.put(id, uri);
        }
    }

    Optional<PayloadType> payloadType(int id) {
        return Optional.ofNullable(payloadTypes.get(id));
    }

    boolean accepts(MediaKind kind) {
        return accepted.contains(kind);
    }

    /** Takes out what receivers must not see. */
    Packet forForwarding(Packet packet) {
        return HeaderExtensions.retain(packet, id -> FORWARDED.contains(extensions.getOrDefault(id, "")));
    }

    /** What the bridge itself reads; -1 where the packet does not say. */
    record Marks(int audioLevel, int transportSequence) {}

    Marks marks(Packet packet) {
        int[] found = {-1, -1};
        HeaderExtensions.visit(packet, (id, offset, length) -> {
            String uri = extensions.getOrDefault(id, "");
            if (uri.equals(AUDIO_LEVEL)) {
                found[0] = packet.u8(offset) & 0x7F;
            } else if (uri.equals(TRANSPORT_CC) && length >= 2) {
                found[1] = packet.u16(offset);
            }
        });
        return new Marks(found[0], found[1]);
    }
}
