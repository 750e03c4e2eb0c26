package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelMessages;
import io.directcall.bridge.rtcp.KeyframeRequests;
import io.directcall.bridge.rtcp.RtcpMessages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** One call. Its endpoints and their sources are changed on the control thread; media threads read them. */
public final class Conference {
    private final ConferenceContext context;
    private final String id = "%016x".formatted(ThreadLocalRandom.current().nextLong());
    private final String meetingId;
    private final long createdNanos;
    private final int audioSsrc = randomSsrc();
    private final int videoSsrc = randomSsrc();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<Integer, Stream> streams = new ConcurrentHashMap<>();
    private final KeyframeRequests keyframes = new KeyframeRequests();
    private final SpeechActivity speech;
    private final MediaRouter router;
    private final FeedbackRouter feedback;
    private final ForwardingDirector director;
    private boolean expired;

    Conference(ConferenceContext context, String meetingId) {
        this.context = context;
        this.meetingId = meetingId;
        this.createdNanos = context.nanoClock().getAsLong();
        this.speech = new SpeechActivity(speaker -> context.control().execute(() -> dominantSpeakerChanged(speaker)));
        this.router = new MediaRouter(this);
        this.feedback = new FeedbackRouter(this);
        this.director = new ForwardingDirector(this);
    }

    private static int randomSsrc() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    /** The id in websocket URLs; the client never learns the meeting's own. */
    public String id() {
        return id;
    }

    public String meetingId() {
        return meetingId;
    }

    public int audioSsrc() {
        return audioSsrc;
    }

    public int videoSsrc() {
        return videoSsrc;
    }

    /** As whom the bridge sends feedback. */
    int feedbackSsrc() {
        return videoSsrc;
    }

    ConferenceContext context() {
        return context;
    }

    long now() {
        return context.nanoClock().getAsLong();
    }

    /** For clocks that must begin at a small positive number. */
    long microsOfAge(long nowNanos) {
        return (nowNanos - createdNanos) / 1000;
    }

    boolean isEmptyTooLong(long nowNanos) {
        return endpoints.isEmpty()
                && nowNanos - createdNanos
                        > context.limits().expiry().emptyConference().toNanos();
    }

    public Collection<Endpoint> endpoints() {
        return endpoints.values();
    }

    public Optional<Endpoint> endpoint(String endpointId) {
        return Optional.ofNullable(endpoints.get(endpointId));
    }

    /** The dominant speaker, empty as long as nobody spoke. */
    public Optional<String> dominantSpeaker() {
        return speech.speakers().stream().findFirst();
    }

    public List<String> endpointsBySpeechActivity() {
        return speech.ranked(endpoints.keySet());
    }

    public long resentPackets() {
        return feedback.resent();
    }

    SpeechActivity speech() {
        return speech;
    }

    MediaRouter router() {
        return router;
    }

    FeedbackRouter feedback() {
        return feedback;
    }

    /** Whether a packet to a receiver is to be thrown away, to try bad networks. */
    boolean isLostOnPurpose() {
        double loss = context.limits().lossPercent() / 100;
        return loss > 0 && ThreadLocalRandom.current().nextDouble() < loss;
    }

    ForwardingDirector director() {
        return director;
    }

    Stream stream(int ssrc) {
        return streams.get(ssrc);
    }

    boolean ownsStream(Endpoint endpoint, int ssrc) {
        Stream stream = streams.get(ssrc);
        return stream != null && stream.owner() == endpoint;
    }

    Collection<Stream> streams() {
        return streams.values();
    }

    KeyframeRequests keyframes() {
        return keyframes;
    }

    public Endpoint createEndpoint(String endpointId, boolean controlling) {
        Endpoint endpoint = new Endpoint(this, endpointId, controlling);
        endpoints.put(endpointId, endpoint);
        return endpoint;
    }

    public void expireEndpoint(Endpoint endpoint) {
        if (endpoints.remove(endpoint.id(), endpoint)) {
            removeStreams(stream -> stream.owner() == endpoint);
            speech.left(endpoint.id());
            endpoint.close();
            director.direct();
        }
    }

    /** Replaces all sources of the endpoint; an SSRC that another one has moves over, as in Jitsi Videobridge. */
    public void setSources(Endpoint endpoint, List<SourceDescription> sources) {
        Map<Integer, Stream> signalled = new HashMap<>();
        for (SourceDescription source : sources) {
            source.primary().forEach(ssrc -> signal(signalled, endpoint, source, ssrc, OptionalInt.empty()));
            source.retransmissions()
                    .forEach(pair -> signal(signalled, endpoint, source, pair.by(), OptionalInt.of(pair.primary())));
        }
        removeStreams(stream -> stream.owner() == endpoint && !signalled.containsKey(stream.ssrc()));
        signalled.forEach((ssrc, stream) ->
                streams.merge(ssrc, stream, (known, fresh) -> known.isSame(fresh) ? known.renamed(fresh) : fresh));
        endpoint.sources(sources);
        director.direct();
    }

    private void removeStreams(Predicate<Stream> gone) {
        streams.values().removeIf(stream -> {
            boolean remove = gone.test(stream);
            if (remove) {
                keyframes.forget(stream.ssrc());
            }
            return remove;
        });
    }

    private static void signal(
            Map<Integer, Stream> signalled, Endpoint owner, SourceDescription source, int ssrc, OptionalInt primary) {
        if (signalled.size() < ConferenceLimits.MOST_STREAMS_PER_ENDPOINT) {
            signalled.put(ssrc, new Stream(owner, source, ssrc, primary));
        }
    }

    /** To be called when an endpoint accepts other media than before. */
    public void mediaChanged() {
        director.direct();
    }

    /** Media can flow to the endpoint: it needs key frames of all that it gets. */
    void connected(Endpoint endpoint) {
        streams.values().stream()
                .filter(stream -> stream.owner() != endpoint && endpoint.receives(stream))
                .forEach(this::requestKeyframe);
    }

    void requestKeyframe(Stream stream) {
        if (stream.source().kind() == MediaKind.VIDEO
                && stream.primary().isEmpty()
                && keyframes.ask(stream.ssrc(), now())) {
            sendKeyframeRequest(stream);
        }
    }

    void sendKeyframeRequest(Stream stream) {
        stream.owner().media().sendRtcp(RtcpMessages.pictureLoss(videoSsrc, stream.ssrc()));
    }

    void broadcast(String message) {
        endpoints.values().forEach(endpoint -> endpoint.channel().send(message));
    }

    private void dominantSpeakerChanged(String speaker) {
        if (endpoints.containsKey(speaker)) {
            speech.dominant(speaker);
            broadcast(ChannelMessages.dominantSpeaker(speaker, speech.previous()));
            director.direct();
        }
    }

    void expire() {
        expired = true;
        endpoints.values().forEach(Endpoint::close);
        endpoints.clear();
        streams.clear();
    }

    public boolean isExpired() {
        return expired;
    }
}
