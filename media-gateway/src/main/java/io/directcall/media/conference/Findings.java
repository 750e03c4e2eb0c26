package io.directcall.media.conference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what a bridge differs from the database.
 *
 * @param strays on the bridge, though nobody needs it
 * @param lostConference is stored, but not on the bridge
 * @param lostEndpoints are stored, but not on the bridge; none when the conference is lost
 */
public record Findings(List<Expiry> strays, Optional<String> lostConference, List<String> lostEndpoints) {
    /** The bridge has what it should have. */
    public boolean isEmpty() {
        return strays.isEmpty() && lostConference.isEmpty() && lostEndpoints.isEmpty();
    }

    /** For a line of the log. */
    public String describe() {
        Stream<String> stray = strays.stream()
                .map(expiry -> expiry.participantId() == null
                        ? "stray conference " + expiry.conferenceId()
                        : "stray endpoint " + expiry.participantId());
        Stream<String> conference = lostConference.stream().map(id -> "lost conference " + id);
        Stream<String> endpoints = lostEndpoints.stream().map(id -> "lost endpoint " + id);
        return Stream.of(stray, conference, endpoints).flatMap(all -> all).collect(Collectors.joining(", "));
    }
}
