package io.directcall.session.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes credentials as "A REST API For Access To TURN Services" (draft-uberti-behave-turn-rest) says: the TURN server knows the secret and
 * computes the same, so nobody has to tell it of users.
 */
final class TurnCredentials {
    /** Given by the protocol, and strong enough as an HMAC. */
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final InstantSource clock;

    TurnCredentials(String secret, Duration lifetime, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** The username has the time when it expires, and the participant: coturn counts its quotas by that, and no uid gets into its logs. */
    IceServer of(List<String> urls, String participantId) {
        String username = clock.instant().plus(lifetime).getEpochSecond() + ":" + participantId;
        return new IceServer(urls, username, hmac(username));
    }

    private String hmac(String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
