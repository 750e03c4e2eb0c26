package io.directcall.session.store;

import io.directcall.contracts.media.TrackKind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes kinds of tracks as names with commas between them; the empty text is no kind at all. */
@Converter
class TrackKindsText implements AttributeConverter<Set<TrackKind>, String> {
    @Override
    public String convertToDatabaseColumn(Set<TrackKind> kinds) {
        return kinds == null
                ? null
                : kinds.stream().sorted().map(TrackKind::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<TrackKind> convertToEntityAttribute(String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(TrackKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TrackKind.class)));
    }
}
