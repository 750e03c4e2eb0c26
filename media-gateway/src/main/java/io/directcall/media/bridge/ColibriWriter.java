package io.directcall.media.bridge;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.conference.ClientMedia;
import io.directcall.media.conference.Restrictions;
import io.directcall.media.conference.Source;
import io.directcall.media.conference.SourceNames;
import io.directcall.media.sdp.Fingerprint;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.MediaProfile.Codec;
import io.directcall.media.sdp.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes colibri2 requests. One endpoint is created or updated by a request, as the bridge demands. */
final class ColibriWriter {
    private static final List<Colibri.Media> MEDIAS =
            Arrays.stream(MediaType.values()).map(ColibriWriter::media).toList();

    private ColibriWriter() {}

    static Colibri.Conference createConference(String conferenceId, String endpointId) {
        return new Colibri.Conference(conferenceId, true, null, List.of(newEndpoint(endpointId)));
    }

    static Colibri.Conference addEndpoint(String conferenceId, String endpointId) {
        return new Colibri.Conference(conferenceId, null, null, List.of(newEndpoint(endpointId)));
    }

    static Colibri.Conference apply(
            String conferenceId, String endpointId, ClientMedia media, Restrictions restrictions) {
        var transport = media.transport();
        Fingerprint fingerprint = transport.fingerprint();
        var ice = new Colibri.IceUdp(
                Colibri.ICE_UDP,
                transport.ufrag(),
                transport.pwd(),
                true,
                List.of(new Colibri.DtlsFingerprint(fingerprint.hash(), fingerprint.value(), fingerprint.setup())),
                null,
                null);
        return update(
                conferenceId,
                endpointId,
                new Colibri.Transport(null, ice),
                restrictions.signalled(media.sources()),
                restrictions);
    }

    /** @param sources null when they stay as they are */
    static Colibri.Conference restrict(
            String conferenceId, String endpointId, Restrictions restrictions, List<Source> sources) {
        return update(conferenceId, endpointId, null, sources, restrictions);
    }

    private static Colibri.Conference update(
            String conferenceId,
            String endpointId,
            Colibri.Transport transport,
            List<Source> sources,
            Restrictions restrictions) {
        List<Colibri.MediaSource> signalled = sources == null
                ? null
                : sources.stream().map(ColibriWriter::source).toList();
        var forceMute = new Colibri.ForceMute(restrictions.audio(), restrictions.video());
        var endpoint = new Colibri.Endpoint(endpointId, null, null, null, null, transport, signalled, forceMute);
        return new Colibri.Conference(conferenceId, null, null, List.of(endpoint));
    }

    static Colibri.Conference expireEndpoint(String endpointId) {
        var endpoint = new Colibri.Endpoint(endpointId, null, true, null, null, null, null, null);
        return new Colibri.Conference(null, null, null, List.of(endpoint));
    }

    static Colibri.Conference expireConference() {
        return new Colibri.Conference(null, null, true, null);
    }

    private static Colibri.Endpoint newEndpoint(String id) {
        return new Colibri.Endpoint(
                id, true, null, List.of("source-names"), MEDIAS, new Colibri.Transport(true, null), null, null);
    }

    private static Colibri.Media media(MediaType type) {
        var payloadTypes = MediaProfile.allCodecs(type).stream()
                .map(ColibriWriter::payloadType)
                .toList();
        var extensions = MediaProfile.allExtensions(type).stream()
                .map(extension -> new Colibri.HeaderExtension(extension.id(), extension.uri()))
                .toList();
        return new Colibri.Media(type.token(), payloadTypes, extensions, true);
    }

    private static Colibri.PayloadType payloadType(Codec codec) {
        return new Colibri.PayloadType(
                String.valueOf(codec.payloadType()),
                codec.name(),
                String.valueOf(codec.clockRate()),
                String.valueOf(codec.channels()),
                parameters(codec.parameters()),
                codec.feedback().stream().map(ColibriWriter::feedback).toList());
    }

    private static Map<String, String> parameters(String fmtp) {
        return fmtp == null
                ? Map.of()
                : Stream.of(fmtp.split(";"))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Colibri.Feedback feedback(String value) {
        int space = value.indexOf(' ');
        return space < 0
                ? new Colibri.Feedback(value, null)
                : new Colibri.Feedback(value.substring(0, space), value.substring(space + 1));
    }

    private static Colibri.MediaSource source(Source source) {
        String name = SourceNames.of(source.participantId(), source.kind());
        List<Long> media = source.layers().stream().map(Layer::ssrc).toList();
        var ssrcs = source.ssrcs().stream()
                .map(ssrc -> new Colibri.Ssrc(ssrc, name, media.contains(ssrc) ? videoType(source.kind()) : null))
                .toList();
        List<Colibri.SsrcGroup> groups =
                Stream.concat(simulcast(media), retransmissions(source)).toList();
        return new Colibri.MediaSource(
                Source.mediaType(source.kind()).token(), name, ssrcs, groups.isEmpty() ? null : groups);
    }

    /** The bridge takes the order for that of the sizes. */
    private static Stream<Colibri.SsrcGroup> simulcast(List<Long> media) {
        return media.size() > 1 ? Stream.of(new Colibri.SsrcGroup("SIM", media)) : Stream.empty();
    }

    private static Stream<Colibri.SsrcGroup> retransmissions(Source source) {
        return source.layers().stream()
                .map(Layer::ssrcs)
                .filter(ssrcs -> ssrcs.size() == 2)
                .map(ssrcs -> new Colibri.SsrcGroup("FID", ssrcs));
    }

    private static String videoType(TrackKind kind) {
        return switch (kind) {
            case AUDIO -> null;
            case CAMERA -> "camera";
            case SCREEN -> "desktop";
        };
    }
}
