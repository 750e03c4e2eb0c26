package io.directcall.media.sdp;

/** An answer is not one that this gateway reads. The message names what is wrong and quotes at most a few characters of the input. */
public final class SdpException extends RuntimeException {
    private static final int MAX_QUOTE = 40;

    /** What is wrong with an answer. */
    public enum Problem {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_LINES,
        LINE_TOO_LONG,
        BAD_CHARACTER,
        NOT_SDP,
        TOO_MANY_MEDIA,
        NO_MEDIA,
        BAD_MEDIA,
        BAD_MID,
        DUPLICATE_MID,
        NOT_BUNDLED,
        BAD_ICE,
        BAD_FINGERPRINT,
        BAD_SETUP,
        BAD_SSRC,
        DUPLICATE_SSRC,
        TOO_MANY_SSRCS
    }

    private final Problem problem;

    SdpException(Problem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    static String quote(String input) {
        String shown = input.length() > MAX_QUOTE ? input.substring(0, MAX_QUOTE) + ".." : input;
        return "'" + shown.replaceAll("[^\\x20-\\x7e]", "?") + "'";
    }

    /** An expected refusal: its place in this code interests nobody, and hostile input must stay cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
