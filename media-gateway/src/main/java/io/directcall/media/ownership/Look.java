package io.directcall.media.ownership;

import io.directcall.media.bridge.channel.Channels.Target;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.Demand;
import io.directcall.media.conference.Endpoint;
import io.directcall.media.conference.EndpointState;
import io.directcall.media.conference.Placement;
import io.directcall.media.conference.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the owner needs to know of a conference after a change was saved.
 *
 * @param steps what to do next, empty for nothing
 * @param dueAt when to look again, {@link Instant#MAX} for never
 * @param placement null while there is none
 * @param channels bridge channels to hold, by endpoint
 * @param endpoints how many are on the bridge
 * @param hears whether the bridge hears those of them that have been connected or should be
 */
record Look(
        List<Step> steps,
        Instant dueAt,
        Placement placement,
        Map<String, Target> channels,
        int endpoints,
        Map<String, Boolean> hears) {
    static Look at(Conference conference, List<Step> steps, Instant now) {
        var allocated = conference.state().endpoints().values().stream()
                .filter(Endpoint::isAllocated)
                .toList();
        var demand = new Demand(conference.state());
        Map<String, Target> channels = allocated.stream()
                .filter(endpoint -> endpoint.link().allocation().channelUrl() != null)
                .collect(Collectors.toMap(Endpoint::id, endpoint -> target(conference, endpoint, demand)));
        return new Look(
                steps,
                conference.dueAt(now).orElse(Instant.MAX),
                conference.placement().orElse(null),
                channels,
                allocated.size(),
                hears(allocated));
    }

    private static Map<String, Boolean> hears(List<Endpoint> allocated) {
        return allocated.stream()
                .filter(endpoint ->
                        endpoint.state() == EndpointState.CONNECTED || endpoint.state() == EndpointState.LOST)
                .collect(Collectors.toMap(Endpoint::id, endpoint -> endpoint.state() == EndpointState.CONNECTED));
    }

    private static Target target(Conference conference, Endpoint endpoint, Demand demand) {
        return new Target(
                endpoint.link().allocation().channelUrl(),
                conference.reception(endpoint),
                demand.kbps(endpoint.id(), endpoint.view()));
    }
}
