package io.directcall.system.faults.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.contracts.session.SessionEvent.SessionStarted;
import io.directcall.contracts.session.SessionEvent.SwitchedToVideo;
import io.directcall.system.faults.verify.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the history tells of a session that has ended with what its events told. */
public final class HistoryCheck {
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();
    /** The history rounds each participant's minutes to four digits. */
    private static final double ROUNDING = 0.0001;

    private final String sessionId;
    private final JsonNode call;
    private final Map<String, ParticipantJoined> joined = new HashMap<>();
    private final Map<String, Instant> left = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Instant startedAt;
    private Instant videoSince;
    private Instant endedAt;

    private HistoryCheck(String sessionId, List<SessionEvent> events, JsonNode call) {
        this.sessionId = sessionId;
        this.call = call;
        events.forEach(this::take);
    }

    /** @param call {@code data} of {@code GET /v3/calls/{sessionId}} */
    public static List<Finding> compare(String sessionId, List<SessionEvent> events, JsonNode call) {
        HistoryCheck check = new HistoryCheck(sessionId, events, call);
        if (check.startedAt != null && check.endedAt != null) {
            check.compareCall();
            check.compareParticipants();
        }
        return check.findings;
    }

    private void take(SessionEvent event) {
        switch (event) {
            case SessionStarted started -> {
                startedAt = started.at();
                videoSince = started.callType() == CallType.VIDEO ? started.at() : null;
                // The history shows the newest call of a session.
                endedAt = null;
                joined.clear();
                left.clear();
            }
            case ParticipantJoined join -> joined.put(join.participant().participantId(), join);
            case ParticipantLeft leave -> left.put(leave.participantId(), leave.at());
            case SwitchedToVideo switched -> videoSince = switched.at();
            case SessionEnded ended -> endedAt = ended.at();
            case SessionEvent.ParticipantUpdated ignored -> {}
            case SessionEvent.VideoRequested ignored -> {}
            case SessionEvent.IdleWarning ignored -> {}
            case SessionEvent.KeptAlive ignored -> {}
            case SessionEvent.ForModerators ignored -> {}
        }
    }

    private void compareCall() {
        same("status", "ended", call.path("status").asText());
        same("startedAt", startedAt.getEpochSecond(), call.path("startedAt").asLong());
        same("endedAt", endedAt.getEpochSecond(), call.path("endedAt").asLong());
        same("participants", joined.size(), call.path("participants").size());
        same(
                "totalParticipants",
                joined.values().stream()
                        .map(join -> join.participant().uid())
                        .distinct()
                        .count(),
                call.path("totalParticipants").asLong());
        double rounding = ROUNDING * (joined.size() + 1);
        close(
                "totalAudioMinutes",
                minutesOfAll(false),
                call.path("totalAudioMinutes").asDouble(),
                rounding);
        close(
                "totalVideoMinutes",
                minutesOfAll(true),
                call.path("totalVideoMinutes").asDouble(),
                rounding);
    }

    private void compareParticipants() {
        for (JsonNode told : call.path("participants")) {
            String id = told.path("deviceId").asText();
            ParticipantJoined join = joined.get(id);
            if (join == null || !left.containsKey(id)) {
                add("participant " + id + " is in the history, its join or its leaving is not among the events");
                continue;
            }
            same("uid of " + id, join.participant().uid(), told.path("uid").asText());
            same(
                    "joinedAt of " + id,
                    join.at().getEpochSecond(),
                    told.path("joinedAt").asLong());
            same(
                    "leftAt of " + id,
                    left.get(id).getEpochSecond(),
                    told.path("leftAt").asLong());
            close(
                    "minutes of " + id,
                    audio(id) + video(id),
                    told.path("totalDurationInMinutes").asDouble(),
                    ROUNDING);
        }
    }

    private double minutesOfAll(boolean ofVideo) {
        return joined.keySet().stream()
                .filter(left::containsKey)
                .mapToDouble(id -> ofVideo ? video(id) : audio(id))
                .sum();
    }

    private double audio(String id) {
        return minutes(joined.get(id).at(), turn(id));
    }

    private double video(String id) {
        return minutes(turn(id), left.get(id));
    }

    /** When the call went on with video for a participant. */
    private Instant turn(String id) {
        Instant from = joined.get(id).at();
        Instant until = left.get(id);
        if (videoSince == null || videoSince.isAfter(until)) {
            return until;
        }
        return videoSince.isBefore(from) ? from : videoSince;
    }

    private static double minutes(Instant from, Instant until) {
        return Duration.between(from, until).toNanos() / 1e6 / MINUTE;
    }

    private void same(String what, Object expected, Object told) {
        if (!expected.equals(told) && !expected.toString().equals(told.toString())) {
            add(what + " is " + told + ", by the events " + expected);
        }
    }

    private void close(String what, double expected, double told, double rounding) {
        if (Math.abs(expected - told) > rounding) {
            add(what + " is " + told + ", by the events " + expected);
        }
    }

    private void add(String what) {
        findings.add(new Finding(Kind.HISTORY, sessionId, 0, what));
    }
}
