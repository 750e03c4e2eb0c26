package io.directcall.session.rules;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names participants. */
@FunctionalInterface
public interface ParticipantIds {
    /** A name that no participant had before: 16 lower-case hex digits. */
    String next();

    /** 64 random bits each. Not to be guessed: whoever knows an id may not learn others from it. */
    static ParticipantIds random() {
        var random = new SecureRandom();
        return () -> HexFormat.of().toHexDigits(random.nextLong());
    }
}
