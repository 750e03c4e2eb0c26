package io.directcall.session.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a delivery tells of, named as in CometChat's webhooks. */
enum Trigger {
    @JsonProperty("meeting_started")
    MEETING_STARTED,
    @JsonProperty("meeting_participant_joined")
    MEETING_PARTICIPANT_JOINED,
    @JsonProperty("meeting_participant_left")
    MEETING_PARTICIPANT_LEFT,
    @JsonProperty("meeting_ended")
    MEETING_ENDED;

    /** As it is written in configuration, payloads and the database. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Trigger> of(String text) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.text().equals(text))
                .findFirst();
    }
}
