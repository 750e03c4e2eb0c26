package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;

/** What bridges call the sources of participants: in requests, and where it is said who wants to see what. */
public final class SourceNames {
    private SourceNames() {}

    public static String of(String participantId, TrackKind kind) {
        return participantId
                + switch (kind) {
                    case AUDIO -> "-a0";
                    case CAMERA -> "-v0";
                    case SCREEN -> "-v1";
                };
    }
}
