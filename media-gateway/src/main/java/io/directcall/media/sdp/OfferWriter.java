package io.directcall.media.sdp;

import io.directcall.media.sdp.MediaProfile.Codec;
import io.directcall.media.sdp.MediaProfile.HeaderExtension;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the bridge's offer to one client. All m-lines are bundled on one transport; its candidates stand in the first m-line only,
 * which keeps the offers of big calls small.
 */
public final class OfferWriter {
    private final StringBuilder out = new StringBuilder(4096);
    private final MediaProfile profile;

    private OfferWriter(MediaProfile profile) {
        this.profile = profile;
    }

    /**
     * @param originId the same for all offers of one peer connection
     * @param version higher with each offer
     */
    public static String write(
            MediaProfile profile, long originId, long version, BridgeTransport transport, List<OfferLine> lines) {
        var writer = new OfferWriter(profile);
        writer.session(originId, version, lines);
        for (int i = 0; i < lines.size(); i++) {
            writer.media(transport, lines.get(i), i == 0);
        }
        return writer.out.toString();
    }

    private void session(long originId, long version, List<OfferLine> lines) {
        line("v=0");
        line("o=- " + originId + " " + version + " IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        line("a=group:BUNDLE " + lines.stream().map(OfferLine::mid).collect(Collectors.joining(" ")));
        line("a=msid-semantic: WMS *");
    }

    private void media(BridgeTransport transport, OfferLine offered, boolean withCandidates) {
        List<Codec> codecs = profile.codecs(offered.media());
        line("m=" + offered.media().token() + " 9 UDP/TLS/RTP/SAVPF "
                + codecs.stream().map(c -> String.valueOf(c.payloadType())).collect(Collectors.joining(" ")));
        line("c=IN IP4 0.0.0.0");
        line("a=rtcp:9 IN IP4 0.0.0.0");
        line("a=mid:" + offered.mid());
        transport(transport);
        line("a=rtcp-mux");
        for (HeaderExtension extension : profile.extensions(offered)) {
            line("a=extmap:" + extension.id() + " " + extension.uri());
        }
        codecs.forEach(this::codec);
        sources(offered);
        if (withCandidates) {
            transport.candidates().forEach(this::candidate);
            line("a=end-of-candidates");
        }
    }

    private void transport(BridgeTransport transport) {
        line("a=ice-ufrag:" + transport.ufrag());
        line("a=ice-pwd:" + transport.pwd());
        line("a=fingerprint:" + transport.fingerprint().hash() + " "
                + transport.fingerprint().value());
        // Whatever role the bridge names, the client chooses: browsers answer "active", which is what bridges expect.
        line("a=setup:actpass");
    }

    private void codec(Codec codec) {
        String channels = codec.channels() > 1 ? "/" + codec.channels() : "";
        line("a=rtpmap:" + codec.payloadType() + " " + codec.name() + "/" + codec.clockRate() + channels);
        if (codec.parameters() != null) {
            line("a=fmtp:" + codec.payloadType() + " " + codec.parameters());
        }
        codec.feedback().forEach(feedback -> line("a=rtcp-fb:" + codec.payloadType() + " " + feedback));
    }

    private void sources(OfferLine offered) {
        line("a=" + offered.direction().token());
        if (offered.layered()) {
            layers();
        }
        if (!offered.direction().sends()) {
            return;
        }
        line("a=msid:" + offered.msid() + " " + offered.msid());
        Layer carried = offered.carried();
        if (carried.rtxSsrc() != null) {
            line("a=ssrc-group:FID " + carried.ssrc() + " " + carried.rtxSsrc());
        }
        // One cname per participant: its microphone and camera share a clock.
        String cname = offered.msid().substring(0, Math.max(0, offered.msid().lastIndexOf('-')));
        carried.ssrcs().forEach(ssrc -> line("a=ssrc:" + ssrc + " cname:" + cname));
    }

    /** The smallest picture first: browsers halve the size from each layer to the one before. */
    private void layers() {
        List<String> ids =
                IntStream.range(0, profile.layers()).mapToObj(Integer::toString).toList();
        ids.forEach(id -> line("a=rid:" + id + " recv"));
        line("a=simulcast:recv " + String.join(";", ids));
    }

    private void candidate(Candidate c) {
        String related = c.relatedAddress() == null ? "" : " raddr " + c.relatedAddress() + " rport " + c.relatedPort();
        line("a=candidate:" + c.foundation() + " " + c.component() + " " + c.protocol() + " " + c.priority() + " "
                + c.ip() + " " + c.port() + " typ " + c.type() + related + " generation 0");
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }
}
