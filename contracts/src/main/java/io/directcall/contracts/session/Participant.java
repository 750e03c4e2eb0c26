package io.directcall.contracts.session;

import io.directcall.contracts.media.TrackKind;
import java.time.Instant;
import java.util.Set;

/**
 * One user in one session, from one join until it leaves. The same user who joins twice is two participants.
 *
 * @param participantId made by session-service, unique over all sessions, 16 lower-case hex digits; also the id of its endpoint on the
 *     bridge
 * @param uid the user, as the application's server named it
 * @param name display name
 * @param avatar URL of a picture, or null
 * @param role what its call token allows
 * @param audioMuted its microphone sends nothing
 * @param videoPaused its camera sends nothing
 * @param screenSharing it shares a screen
 * @param handRaised it asks for attention
 * @param joinedAt when the join was accepted
 * @param publishes what its call token lets it send; nothing for a viewer
 */
public record Participant(
        String participantId,
        String uid,
        String name,
        String avatar,
        Role role,
        boolean audioMuted,
        boolean videoPaused,
        boolean screenSharing,
        boolean handRaised,
        Instant joinedAt,
        Set<TrackKind> publishes) {

    /** A message from before there was {@code publishes} has null for it. */
    public Participant {
        publishes = publishes == null ? role.publishes() : role.limit(publishes);
    }

    /** A participant who may send whatever its role allows. */
    public Participant(
            String participantId,
            String uid,
            String name,
            String avatar,
            Role role,
            boolean audioMuted,
            boolean videoPaused,
            boolean screenSharing,
            boolean handRaised,
            Instant joinedAt) {
        this(
                participantId,
                uid,
                name,
                avatar,
                role,
                audioMuted,
                videoPaused,
                screenSharing,
                handRaised,
                joinedAt,
                null);
    }
}
