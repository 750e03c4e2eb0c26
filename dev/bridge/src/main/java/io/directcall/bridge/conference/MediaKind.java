package io.directcall.bridge.conference;

import java.util.Optional;

/** The media that the bridge forwards. */
public enum MediaKind {
    AUDIO,
    VIDEO;

    public static Optional<MediaKind> parse(String name) {
        return switch (name) {
            case "audio" -> Optional.of(AUDIO);
            case "video" -> Optional.of(VIDEO);
            default -> Optional.empty();
        };
    }
}
