package io.directcall.bridge.conference;

import io.directcall.bridge.layers.LayerForwarder;
import io.directcall.bridge.media.Downlink;
import io.directcall.bridge.media.MediaSession;
import io.directcall.bridge.rtcp.TransportFeedback;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.subscription.AudioSubscription;
import io.directcall.bridge.subscription.ReceiverConstraints;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One participant as the bridge knows it. Changed on the control thread, read by the media threads. */
public final class Endpoint implements MediaSession.Listener {
    private final Conference conference;
    private final String id;
    private final MediaSession media;
    private final Liveness liveness;
    private final RtpFormat format = new RtpFormat();
    private final EndpointChannel channel = new EndpointChannel();
    private final TransportFeedback transportFeedback = new TransportFeedback();
    private volatile ForceMute forceMute = ForceMute.NONE;
    private volatile List<SourceDescription> sources = List.of();
    private volatile ReceiverConstraints constraints;
    private volatile AudioSubscription audio = new AudioSubscription.All();
    private volatile Map<String, Integer> forwarded = Map.of();
    /** By the first SSRC. They outlive their sources: when one comes back, its numbers must go on. */
    private final Map<Integer, LayerForwarder> layers = new ConcurrentHashMap<>();

    Endpoint(Conference conference, String id, boolean controlling) {
        ConferenceContext context = conference.context();
        this.conference = conference;
        this.id = id;
        this.constraints = ReceiverConstraints.initial(context.limits().initialMaxHeightPx());
        this.liveness =
                new Liveness(context.limits().expiry(), context.nanoClock().getAsLong());
        this.media = new MediaSession(
                "session=" + conference.meetingId() + " participant=" + id,
                context.udp(),
                context.identity(),
                controlling,
                this,
                new Downlink(context.faults()::downlinkKbps, context.nanoClock()),
                context.nanoClock());
    }

    public String id() {
        return id;
    }

    public Conference conference() {
        return conference;
    }

    public MediaSession media() {
        return media;
    }

    public EndpointChannel channel() {
        return channel;
    }

    public RtpFormat format() {
        return format;
    }

    public ForceMute forceMute() {
        return forceMute;
    }

    public void forceMute(ForceMute value) {
        forceMute = value;
    }

    public List<SourceDescription> sources() {
        return sources;
    }

    void sources(List<SourceDescription> value) {
        sources = List.copyOf(value);
    }

    public ReceiverConstraints constraints() {
        return constraints;
    }

    void constraints(ReceiverConstraints value) {
        constraints = value;
    }

    void audio(AudioSubscription value) {
        audio = value;
    }

    /** The video sources that it gets, with the height wanted of each. */
    public Map<String, Integer> forwarded() {
        return forwarded;
    }

    void forwarded(Map<String, Integer> value) {
        forwarded = Map.copyOf(value);
    }

    public boolean isActive() {
        return media.wasHeard() && !liveness.isInactive();
    }

    /** Heard once and silent now. */
    boolean isInactive() {
        return liveness.isInactive();
    }

    TransportFeedback transportFeedback() {
        return transportFeedback;
    }

    /** Makes one stream of another's source that comes in several. */
    LayerForwarder layers(SourceDescription source) {
        return layers.computeIfAbsent(source.layers().getFirst(), LayerForwarder::new);
    }

    /** Whether a stream of another endpoint is to be sent to this one. */
    boolean receives(Stream stream) {
        String name = stream.source().name();
        return switch (stream.source().kind()) {
            case AUDIO -> format.accepts(MediaKind.AUDIO) && audio.includes(name);
            case VIDEO -> forwarded.containsKey(name);
        };
    }

    Liveness.Verdict check(long nowNanos) {
        return media.wasHeard() ? liveness.check(media.lastHeardNanos(), nowNanos) : liveness.checkUnheard(nowNanos);
    }

    @Override
    public void connected() {
        conference.context().control().execute(() -> conference.connected(this));
    }

    @Override
    public boolean expects(int ssrc) {
        return conference.ownsStream(this, ssrc);
    }

    @Override
    public void rtp(Packet packet) {
        conference.router().rtp(this, packet);
    }

    @Override
    public void rtcp(Packet packet) {
        conference.feedback().rtcp(this, packet);
    }

    void close() {
        media.close();
        channel.expire();
    }
}
