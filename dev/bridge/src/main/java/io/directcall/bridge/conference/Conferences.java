package io.directcall.bridge.conference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All conferences of a bridge. Changed on the control thread, may be read on any. */
public final class Conferences {
    private static final System.Logger LOG = System.getLogger(Conferences.class.getName());

    private final ConferenceContext context;
    private final Map<String, Conference> byMeetingId = new ConcurrentHashMap<>();

    public Conferences(ConferenceContext context) {
        this.context = context;
    }

    public Collection<Conference> all() {
        return byMeetingId.values();
    }

    public int endpointCount() {
        return byMeetingId.values().stream()
                .mapToInt(conference -> conference.endpoints().size())
                .sum();
    }

    /** Whether the bridge holds as many endpoints as it may. */
    public boolean isFull() {
        return endpointCount() >= context.limits().mostEndpoints();
    }

    /** Whether it holds as many conferences as it may; each is meant to have an endpoint. */
    public boolean isFullOfConferences() {
        return byMeetingId.size() >= context.limits().mostEndpoints();
    }

    public Optional<Conference> byMeetingId(String meetingId) {
        return Optional.ofNullable(byMeetingId.get(meetingId));
    }

    /** Finds by the id in websocket URLs. */
    public Optional<Conference> byId(String id) {
        return byMeetingId.values().stream()
                .filter(conference -> conference.id().equals(id))
                .findFirst();
    }

    public Conference create(String meetingId) {
        Conference conference = new Conference(context, meetingId);
        byMeetingId.put(meetingId, conference);
        LOG.log(System.Logger.Level.INFO, "session={0} created", meetingId);
        return conference;
    }

    public void expire(Conference conference) {
        if (byMeetingId.remove(conference.meetingId(), conference)) {
            conference.expire();
            LOG.log(System.Logger.Level.INFO, "session={0} expired", conference.meetingId());
        }
    }

    /** Says who fell silent, and expires endpoints and conferences whose time is over. */
    public void sweep(long nowNanos) {
        for (Conference conference : List.copyOf(byMeetingId.values())) {
            boolean hadEndpoints = !conference.endpoints().isEmpty();
            Patrol.inspect(conference, nowNanos);
            boolean lostLast = hadEndpoints && conference.endpoints().isEmpty();
            if (lostLast || conference.isEmptyTooLong(nowNanos)) {
                expire(conference);
            }
        }
    }

    public void expireAll() {
        List.copyOf(byMeetingId.values()).forEach(this::expire);
    }
}
