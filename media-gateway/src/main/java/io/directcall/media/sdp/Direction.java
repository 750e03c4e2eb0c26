package io.directcall.media.sdp;

import java.util.Optional;

/** Who sends on an m-line, seen by the side that writes the description. */
public enum Direction {
    SENDRECV("sendrecv"),
    SENDONLY("sendonly"),
    RECVONLY("recvonly"),
    INACTIVE("inactive");

    private final String token;

    Direction(String token) {
        this.token = token;
    }

    /** As SDP writes it. */
    public String token() {
        return token;
    }

    /** Whether the writer of the description sends. */
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    /** Whether the writer of the description receives. */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /** Whether this is an answer that an offer of {@code offered} allows. */
    public boolean answers(Direction offered) {
        return (!sends() || offered.receives()) && (!receives() || offered.sends());
    }

    static Optional<Direction> of(String token) {
        return switch (token) {
            case "sendrecv" -> Optional.of(SENDRECV);
            case "sendonly" -> Optional.of(SENDONLY);
            case "recvonly" -> Optional.of(RECVONLY);
            case "inactive" -> Optional.of(INACTIVE);
            default -> Optional.empty();
        };
    }
}
