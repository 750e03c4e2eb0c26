package io.directcall.bridge.conference;

/** Media of an endpoint that is not forwarded, whatever it sends. The endpoint is not told. */
public record ForceMute(boolean audio, boolean video) {
    public static final ForceMute NONE = new ForceMute(false, false);

    boolean covers(MediaKind kind) {
        return switch (kind) {
            case AUDIO -> audio;
            case VIDEO -> video;
        };
    }
}
