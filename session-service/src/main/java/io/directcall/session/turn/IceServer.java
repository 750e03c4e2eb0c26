package io.directcall.session.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * As WebRTC's {@code RTCIceServer}.
 *
 * @param urls of one kind: all STUN, or all TURN
 * @param username of a TURN server; null, and not written, for STUN
 * @param credential belongs to the username
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IceServer(List<String> urls, String username, String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /** Nothing that a log may hold by mistake. */
    @Override
    public String toString() {
        return "IceServer" + urls;
    }
}
