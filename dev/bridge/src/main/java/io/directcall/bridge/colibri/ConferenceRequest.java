package io.directcall.bridge.colibri;

import java.util.List;
import java.util.Optional;

/** A request to create or change a conference. */
public record ConferenceRequest(
        Optional<String> meetingId,
        Optional<String> name,
        boolean create,
        boolean expire,
        List<EndpointRequest> endpoints,
        boolean hasRelays) {

    /** The same for the meeting that the path names. */
    public ConferenceRequest forMeeting(String id) {
        return new ConferenceRequest(Optional.of(id), name, create, expire, endpoints, hasRelays);
    }
}
