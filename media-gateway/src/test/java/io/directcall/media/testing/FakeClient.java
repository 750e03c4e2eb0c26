package io.directcall.media.testing;

import java.util.concurrent.atomic.AtomicLong;

/** Answers offers as a browser would, without media. */
public final class FakeClient {
    private static final AtomicLong SSRCS = new AtomicLong(1_000_000);

    private final long ssrcs = SSRCS.getAndAdd(100);
    private final String transport;

    /** One that never connects. */
    public FakeClient() {
        this(
                "C5x5",
                "7/V4UP4byLNQtuhnJAP6SX7C",
                "47:78:EA:A2:9B:2B:93:5C:2E:C5:9B:26:BF:81:63:DE:9B:CD:1D:36:2B:72:46:AD:F5:15:DF:FC:D0:02:ED:BE");
    }

    /** One that somebody else connects with these credentials. */
    FakeClient(String fragment, String password, String fingerprint) {
        transport = """
                a=ice-ufrag:%s
                a=ice-pwd:%s
                a=fingerprint:sha-256 %s
                a=setup:active
                """.formatted(fragment, password, fingerprint);
    }

    /** SSRC of what it sends on one of its own m-lines: 0 microphone, 1 camera, 2 screen. */
    long ssrc(int mid) {
        return ssrcs + (mid + 1) * 2L;
    }

    /** The answer to an offer; the SSRCs are always the same for one instance. */
    public String answer(String offer) {
        var answer = new StringBuilder("v=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\nt=0 0\n");
        String[] sections = offer.split("(?m)^m=", -1);
        for (int i = 1; i < sections.length; i++) {
            section(answer, sections[i], ssrc(i - 1));
        }
        return answer.toString().replace("\n", "\r\n");
    }

    private void section(StringBuilder answer, String offered, long ssrc) {
        String mid = offered.replaceAll("(?s).*a=mid:(\\S+).*", "$1");
        answer.append("m=").append(offered.lines().findFirst().orElseThrow()).append('\n');
        answer.append(transport).append("a=mid:").append(mid).append('\n');
        if (offered.contains("a=recvonly")) {
            answer.append("a=sendonly\n");
            sources(answer, offered.startsWith("video"), ssrc);
        } else {
            answer.append(offered.contains("a=sendonly") ? "a=recvonly\n" : "a=inactive\n");
        }
    }

    private static void sources(StringBuilder answer, boolean video, long ssrc) {
        if (video) {
            answer.append("a=ssrc-group:FID " + ssrc + " " + (ssrc + 1) + "\n");
            answer.append("a=ssrc:" + (ssrc + 1) + " cname:c\n");
        }
        answer.append("a=ssrc:" + ssrc + " cname:c\n");
    }
}
