package io.directcall.token.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.CallUser;
import io.directcall.token.TokenServiceConfig;
import java.util.Set;

/**
 * What a valid call token says, in the form that clients of CometChat's API read. The auth token that it was made with is not repeated.
 *
 * @param callToken as it was sent
 */
public record VerifiedView(String callToken, Settings settings, Payload payload) {

    static VerifiedView of(String jwt, CallToken token, TokenServiceConfig config) {
        Settings settings = new Settings(false, config.publicHost(), config.publicHost(), "v1");
        PayloadData data =
                new PayloadData(config.appId(), config.region(), token.sessionId(), token.user(), token.publishes());
        return new VerifiedView(jwt, settings, new Payload(token.sessionId(), data));
    }

    /** Names as clients of CometChat's API know them. */
    public record Settings(
            @JsonProperty("PRESENTER_MODE_ENABLED") boolean presenterMode,
            @JsonProperty("WEBRTC_HOST") String webrtcHost,
            @JsonProperty("ANALYTICS_HOST") String analyticsHost,
            @JsonProperty("ANALYTICS_VERSION") String analyticsVersion) {}

    /** @param room the session's id once more */
    public record Payload(String room, PayloadData data) {}

    /**
     * Who may enter which session.
     *
     * @param publishes what it may send there; not of CometChat's API
     */
    public record PayloadData(String appId, String region, String sessionId, CallUser user, Set<TrackKind> publishes) {}
}
