package io.directcall.media.conference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Names conferences on bridges, and tells from a name whose a conference is: {@code installation~session id~random}. Each name is used
 * once, so a name that is not in the database will never be again.
 *
 * @param installation id of the database, which no other installation has
 */
public record ConferenceNames(String installation) {
    /** Stands unescaped in URLs, and in no session id. */
    private static final String SEPARATOR = "~";

    /** A name that was never used before. */
    public String next(String sessionId) {
        String random = UUID.randomUUID().toString().substring(0, 18);
        return String.join(SEPARATOR, installation, sessionId, random);
    }

    /** Session of a conference, empty when it is none of this installation. */
    public Optional<String> sessionOf(String conferenceId) {
        List<String> parts = List.of(conferenceId.split(SEPARATOR, -1));
        boolean ours = parts.size() == 3 && parts.getFirst().equals(installation);
        return ours ? Optional.of(parts.get(1)) : Optional.empty();
    }
}
