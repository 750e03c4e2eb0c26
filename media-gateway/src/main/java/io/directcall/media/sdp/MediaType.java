package io.directcall.media.sdp;

import java.util.Optional;

/** The media types of m-lines that this gateway negotiates. */
public enum MediaType {
    AUDIO("audio"),
    VIDEO("video");

    private final String token;

    MediaType(String token) {
        this.token = token;
    }

    /** As SDP and colibri2 write it. */
    public String token() {
        return token;
    }

    static Optional<MediaType> of(String token) {
        return switch (token) {
            case "audio" -> Optional.of(AUDIO);
            case "video" -> Optional.of(VIDEO);
            default -> Optional.empty();
        };
    }
}
