package io.directcall.session.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.session.rules.Invitation;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes an invitation as JSON: it is read and written as a whole, with its session. */
@Converter
class InvitationText implements AttributeConverter<Invitation, String> {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(Invitation invitation) {
        try {
            return invitation == null ? null : JSON.writeValueAsString(invitation);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Can't write an invitation as JSON", e);
        }
    }

    @Override
    public Invitation convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, Invitation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds an invitation that can't be read", e);
        }
    }
}
