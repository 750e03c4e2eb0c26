package io.directcall.media.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Session descriptions kept as files. They have plain line ends there, which become those of SDP. */
public final class Resources {
    private Resources() {}

    /** Reads {@code sdp/<name>.sdp}. */
    public static String sdp(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/sdp/" + name + ".sdp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
