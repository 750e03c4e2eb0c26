package io.directcall.media.conference.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.media.View;
import io.directcall.media.conference.ConferenceState;
import io.directcall.media.conference.Endpoint;
import io.directcall.media.conference.Endpoint.Who;
import io.directcall.media.conference.Expiry;
import io.directcall.media.conference.Link;
import io.directcall.media.conference.Negotiation;
import io.directcall.media.conference.Placement;
import io.directcall.media.conference.Publishing;
import io.directcall.media.conference.Source;
import java.time.Instant;
import java.util.List;

/** Turns rows into conferences and back. Its JSON is its own, so that no setting of the service's API changes what is stored. */
final class RowMapper {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addDeserializer(Source.class, new SourceDeserializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<Expiry>> EXPIRIES = new TypeReference<>() {};

    private RowMapper() {}

    static ConferenceState state(ConferenceRow row, List<Endpoint> endpoints) {
        Placement placement =
                row.conferenceId == null ? null : new Placement(row.bridge, row.conferenceId, row.created);
        return new ConferenceState(
                row.sessionId,
                row.sessionSeq,
                row.mediaSeq,
                placement,
                row.dominantSpeaker,
                row.moveRequestedAt,
                row.ended,
                row.audioCall,
                endpoints,
                read(row.expiries, EXPIRIES));
    }

    static Endpoint endpoint(EndpointRow row) {
        return new Endpoint(
                new Who(row.participantId, row.uid, row.viewer),
                row.state,
                row.generation,
                read(row.negotiation, new TypeReference<Negotiation>() {}),
                read(row.link, new TypeReference<Link>() {}),
                row.announced,
                row.restartedAt,
                row.publishing == null
                        ? Publishing.unknown(row.viewer)
                        : read(row.publishing, new TypeReference<Publishing>() {}),
                row.view == null ? View.DEFAULT : read(row.view, new TypeReference<View>() {}));
    }

    static void write(ConferenceState state, ConferenceRow row, Instant now) {
        Placement placement = state.placement();
        row.sessionSeq = state.sessionSeq();
        row.mediaSeq = state.mediaSeq();
        row.bridge = placement == null ? null : placement.bridge();
        row.conferenceId = placement == null ? null : placement.conferenceId();
        row.created = placement != null && placement.created();
        row.dominantSpeaker = state.dominantSpeaker();
        row.moveRequestedAt = state.moveRequestedAt();
        row.ended = state.ended();
        row.audioCall = state.audioCall();
        row.expiries = write(state.expiries());
        row.live = !state.endpoints().isEmpty() || !state.expiries().isEmpty();
        row.changedAt = now;
    }

    static void write(Endpoint endpoint, EndpointRow row) {
        row.uid = endpoint.who().uid();
        row.viewer = endpoint.who().viewer();
        row.state = endpoint.state();
        row.generation = endpoint.generation();
        row.announced = endpoint.announced();
        row.restartedAt = endpoint.restartedAt();
        row.negotiation = write(endpoint.negotiation());
        row.link = write(endpoint.link());
        row.publishing = write(endpoint.publishing());
        row.view = endpoint.view().equals(View.DEFAULT) ? null : write(endpoint.view());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("stored conference can't be read", damaged);
        }
    }
}
