package io.directcall.media.sdp;

import static io.directcall.media.sdp.SdpException.quote;

import io.directcall.media.sdp.SdpException.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the attributes of the session part or of one m-line of an answer. */
final class SectionReader {
    /** Media and retransmissions of each layer. */
    private static final int MAX_SSRCS = 2 * Layer.MOST;

    private static final int MAX_MID = 16;
    private static final int MAX_TOKEN = 256;

    private final MediaType media;
    private final boolean rejected;
    private String mid;
    private Direction direction;
    private String ufrag;
    private String pwd;
    private String fingerprint;
    private String setup;
    private final SsrcGroups groups = new SsrcGroups();
    private final Set<Long> ssrcs = new LinkedHashSet<>();

    private SectionReader(MediaType media, boolean rejected) {
        this.media = media;
        this.rejected = rejected;
    }

    static SectionReader session() {
        return new SectionReader(null, false);
    }

    /** @param description what follows {@code m=} */
    static SectionReader media(String description) {
        String[] parts = description.split(" ", 5);
        if (parts.length < 4 || !parts[1].matches("[0-9]{1,5}")) {
            throw new SdpException(Problem.BAD_MEDIA, quote(description));
        }
        MediaType media = MediaType.of(parts[0])
                .orElseThrow(() -> new SdpException(Problem.BAD_MEDIA, "media type " + quote(parts[0])));
        return new SectionReader(media, parts[1].equals("0"));
    }

    void attribute(String attribute) {
        int colon = attribute.indexOf(':');
        String name = colon < 0 ? attribute : attribute.substring(0, colon);
        String value = colon < 0 ? "" : attribute.substring(colon + 1);
        switch (name) {
            case "mid" -> mid = value;
            case "ice-ufrag" -> ufrag = token(value, Problem.BAD_ICE);
            case "ice-pwd" -> pwd = token(value, Problem.BAD_ICE);
            // A client may list its certificate's hash by several functions; the first is the one it prefers.
            case "fingerprint" ->
                fingerprint = fingerprint == null ? token(value, Problem.BAD_FINGERPRINT) : fingerprint;
            case "setup" -> setup = token(value, Problem.BAD_SETUP);
            case "ssrc" -> ssrc(value);
            case "ssrc-group" -> groups.read(value);
            default -> direction = Direction.of(name).orElse(direction);
        }
    }

    private static String token(String value, Problem problem) {
        if (value.length() > MAX_TOKEN) {
            throw new SdpException(problem, "too long: " + quote(value));
        }
        return value;
    }

    private void ssrc(String value) {
        int space = value.indexOf(' ');
        ssrcs.add(SsrcGroups.number(space < 0 ? value : value.substring(0, space)));
        if (ssrcs.size() > MAX_SSRCS) {
            throw new SdpException(Problem.TOO_MANY_SSRCS, "more than " + MAX_SSRCS + " in one m-line");
        }
    }

    Answer.Line line(SectionReader session) {
        if (mid == null || mid.isEmpty() || mid.length() > MAX_MID) {
            throw new SdpException(Problem.BAD_MID, mid == null ? "m-line without a mid" : quote(mid));
        }
        return new Answer.Line(mid, media, effectiveDirection(session), sent(session));
    }

    private Direction effectiveDirection(SectionReader session) {
        if (rejected) {
            return Direction.INACTIVE;
        }
        if (direction != null) {
            return direction;
        }
        return session.direction == null ? Direction.SENDRECV : session.direction;
    }

    /** SSRCs on an m-line that does not send are what some browsers use for their reports: nobody needs to know them. */
    private List<Layer> sent(SectionReader session) {
        return effectiveDirection(session).sends() ? groups.layers(ssrcs) : List.of();
    }

    boolean rejected() {
        return rejected;
    }

    String ufrag() {
        return ufrag;
    }

    String pwd() {
        return pwd;
    }

    String fingerprint() {
        return fingerprint;
    }

    String setup() {
        return setup;
    }
}
