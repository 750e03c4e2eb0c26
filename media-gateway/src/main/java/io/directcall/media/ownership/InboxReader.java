package io.directcall.media.ownership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.media.bridge.quarantine.Quarantine;
import io.directcall.media.conference.AnswerMismatchException;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.MoveWish;
import io.directcall.media.conference.StaleRevisionException;
import io.directcall.media.sdp.AnswerParser;
import io.directcall.media.sdp.SdpException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns messages into changes of conferences. Messages of types that this version does not know are skipped. */
@ApplicationScoped
public class InboxReader {
    /** What a message means. */
    record Task(String sessionId, Consumer<Conference> change) {}

    private final ObjectMapper json;
    private final Quarantine quarantine;
    private final Clock clock;

    InboxReader(ObjectMapper json, Quarantine quarantine, Clock clock) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE);
        this.quarantine = quarantine;
        this.clock = clock;
    }

    Optional<Task> read(String topic, String message) {
        try {
            if (topic.endsWith(Topic.SESSION_EVENTS.topicName())) {
                return Optional.ofNullable(json.readValue(message, SessionEvent.class))
                        .map(this::task);
            }
            return Optional.ofNullable(json.readValue(message, MediaCommand.class))
                    .map(this::task);
        } catch (JsonProcessingException notReadable) {
            Log.errorf("message of %s skipped: %s", topic, notReadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Task task(SessionEvent event) {
        return new Task(event.sessionId(), conference -> {
            if (!conference.apply(event, clock.instant())) {
                Log.debugf("session=%s event %d seen before", event.sessionId(), event.seq());
            }
        });
    }

    private Task task(MediaCommand command) {
        return switch (command) {
            case MediaCommand.AnswerReceived answer ->
                new Task(answer.sessionId(), conference -> answer(conference, answer));
            case MediaCommand.RestartRequested restart ->
                new Task(restart.sessionId(), conference -> {
                    quarantine.restartAsked(restart.sessionId(), restart.participantId());
                    boolean done = conference.restart(restart.participantId(), restart.at(), clock.instant());
                    Log.infof(
                            "session=%s participant=%s restart %s",
                            restart.sessionId(), restart.participantId(), done ? "begun" : "needless");
                });
            case MediaCommand.LayersReported layers ->
                new Task(layers.sessionId(), conference -> layers(conference, layers));
            case MediaCommand.ViewChanged view ->
                new Task(view.sessionId(), conference -> conference.show(view.participantId(), view.view()));
            case MediaCommand.MoveRequested move ->
                new Task(
                        move.sessionId(),
                        conference ->
                                conference.moveRequested(new MoveWish(MoveReason.REQUESTED, move.bridge()), move.at()));
        };
    }

    /** Refused only when something else happened since it was let pass. */
    private static void layers(Conference conference, MediaCommand.LayersReported command) {
        try {
            conference.reportLayers(command);
        } catch (StaleRevisionException | AnswerMismatchException refused) {
            Log.infof(
                    "session=%s participant=%s layers refused: %s",
                    command.sessionId(), command.participantId(), refused.getMessage());
        }
    }

    /** What the receiving replica let pass may be outdated by now; the client has a newer offer then, and answers that. */
    private static void answer(Conference conference, MediaCommand.AnswerReceived command) {
        try {
            conference.answer(command.participantId(), command.revision(), AnswerParser.parse(command.sdp()));
        } catch (StaleRevisionException | AnswerMismatchException | SdpException refused) {
            Log.infof(
                    "session=%s participant=%s answer refused: %s",
                    command.sessionId(), command.participantId(), refused.getMessage());
        }
    }
}
