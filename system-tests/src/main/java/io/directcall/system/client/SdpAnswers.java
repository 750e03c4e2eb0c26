package io.directcall.system.client;

/**
 * Answers offers in the form in which a browser does it, with the same SSRCs for the same m-line each time. No media stands behind the
 * answers: the bridge gets what it needs for an endpoint and waits for packets that never come.
 */
final class SdpAnswers {
    /** Room for the SSRCs of one client: two on each of its own m-lines. */
    private static final int SSRCS = 16;

    private final int number;

    /** @param number no other client of the session may have the same */
    SdpAnswers(int number) {
        this.number = number;
    }

    /** The answer to an offer of the gateway. */
    String to(String offer) {
        StringBuilder answer = new StringBuilder("v=0\no=- " + (number + 1) + " 1 IN IP4 127.0.0.1\ns=-\nt=0 0\n");
        String[] sections = offer.split("(?m)^m=", -1);
        for (int i = 1; i < sections.length; i++) {
            section(answer, sections[i], (number + 1L) * SSRCS + i * 2L);
        }
        return answer.toString().replace("\n", "\r\n");
    }

    private void section(StringBuilder answer, String offered, long ssrc) {
        answer.append("m=").append(offered.lines().findFirst().orElseThrow()).append('\n');
        answer.append(transport());
        offered.lines()
                .filter(SdpAnswers::isKept)
                .forEach(line -> answer.append(line).append('\n'));
        if (offered.contains("a=recvonly")) {
            answer.append("a=sendonly\n");
            sources(answer, offered.startsWith("video"), ssrc);
        } else {
            answer.append(offered.contains("a=sendonly") ? "a=recvonly\n" : "a=inactive\n");
        }
    }

    private String transport() {
        return String.format("""
            c=IN IP4 0.0.0.0
            a=ice-ufrag:%1$04x
            a=ice-pwd:directcallbench%1$012x
            a=ice-options:trickle
            a=fingerprint:sha-256 47:78:EA:A2:9B:2B:93:5C:2E:C5:9B:26:BF:81:63:DE:9B:CD:1D:36:2B:72:46:AD:F5:15:DF:FC:D0:02:ED:BE
            a=setup:active
            a=rtcp-mux
            """, number);
    }

    private static boolean isKept(String line) {
        return line.startsWith("a=mid:")
                || line.startsWith("a=extmap:")
                || line.startsWith("a=rtpmap:")
                || line.startsWith("a=fmtp:")
                || line.startsWith("a=rtcp-fb:");
    }

    private static void sources(StringBuilder answer, boolean video, long ssrc) {
        if (video) {
            answer.append("a=ssrc-group:FID " + ssrc + " " + (ssrc + 1) + "\n");
        }
        answer.append("a=ssrc:" + ssrc + " cname:bench\n");
        if (video) {
            answer.append("a=ssrc:" + (ssrc + 1) + " cname:bench\n");
        }
    }
}
