package io.directcall.session.api;

import io.directcall.session.rules.Change;

/**
 * What of a participant is to change; what is left out stays as it is.
 *
 * @param audioMuted its microphone sends nothing
 * @param videoPaused its camera sends nothing
 * @param screenSharing it shares a screen
 * @param handRaised it asks for attention
 */
public record ChangeRequest(Boolean audioMuted, Boolean videoPaused, Boolean screenSharing, Boolean handRaised) {
    Change toChange() {
        return new Change(audioMuted, videoPaused, screenSharing, handRaised);
    }
}
