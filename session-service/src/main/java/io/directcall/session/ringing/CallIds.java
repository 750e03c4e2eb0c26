package io.directcall.session.ringing;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names calls: 128 random bits, so that whoever knows some ids can't guess others. */
@ApplicationScoped
class CallIds {
    private final SecureRandom random = new SecureRandom();

    /** 32 lower-case hex digits. */
    String next() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
