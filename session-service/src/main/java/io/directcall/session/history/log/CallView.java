package io.directcall.session.history.log;

import java.util.List;

/**
 * A call as the API shows it, with the spellings that CometChat's documentation and its client libraries use. Times are seconds since
 * 1970. What is null is left out.
 *
 * @param totalAudioMinutes of all participants together
 * @param totalVideoMinutes of all participants together
 * @param totalDuration from the first join to the end, or until now, as {@code hh:mm:ss}
 * @param totalDurationInMinutes the same
 * @param callCategory the same as {@code mode}
 * @param mid id of this call: a session id occurs again when the session starts again
 * @param totalParticipants how many users joined
 * @param participants an entry for each join, and for whoever was called and did not join
 * @param recordings none yet
 */
record CallView(
        String sessionId,
        double totalAudioMinutes,
        double totalVideoMinutes,
        String totalDuration,
        double totalDurationInMinutes,
        boolean hasRecording,
        long initiatedAt,
        Long startedAt,
        Long endedAt,
        String initiator,
        String receiver,
        String receiverType,
        String mode,
        String callCategory,
        String status,
        String type,
        String mid,
        long totalParticipants,
        List<ParticipantView> participants,
        List<Object> recordings,
        RelatedData data) {

    /**
     * @param totalDuration as {@code hh:mm:ss}
     * @param isJoined whether the user joined; the same as {@code hasJoined}
     * @param state {@code ongoing} while in the call, {@code ended} after it, else what came of calling the user
     * @param deviceId the participant's id: each device that joins is one; the same as {@code deviceID} and {@code mid}
     */
    record ParticipantView(
            String uid,
            String name,
            String avatar,
            double totalAudioMinutes,
            double totalVideoMinutes,
            String totalDuration,
            double totalDurationInMinutes,
            boolean isJoined,
            boolean hasJoined,
            String state,
            String deviceId,
            String deviceID,
            Long joinedAt,
            Long leftAt,
            String mid) {}

    /** Users and groups with their names. */
    record RelatedData(Entities entities) {}

    /** Whom the call is about. */
    record Entities(Related initiator, Related receiver) {}

    /** @param entityType {@code user} or {@code group} */
    record Related(Entity entity, String entityType) {}

    /** A user has a uid, a group a guid. */
    record Entity(String uid, String guid, String name, String avatar) {
        static Entity user(String uid, String name, String avatar) {
            return new Entity(uid, null, name, avatar);
        }

        static Entity group(String guid) {
            return new Entity(null, guid, guid, null);
        }
    }
}
