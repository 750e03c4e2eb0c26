package io.directcall.bridge.colibri;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.conference.ChannelDialogue;
import io.directcall.bridge.conference.Conference;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.conference.Endpoint;
import io.directcall.bridge.subscription.ReceiverConstraints;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Carries out requests, with the refusals of Jitsi Videobridge in its order. A request is not atomic: what was done
 * before a refusal stays done. On the control thread.
 */
public final class Colibri2 {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern JID = Pattern.compile("[^@/\\s]+@[^@/\\s]+");
    private static final String ACTIVE = "active";

    private final Conferences conferences;
    private final BooleanSupplier gracefulShutdown;
    private final TransportDescription transports;

    /** @param gracefulShutdown whether new conferences are refused */
    public Colibri2(Conferences conferences, BooleanSupplier gracefulShutdown, TransportDescription transports) {
        this.conferences = conferences;
        this.gracefulShutdown = gracefulShutdown;
        this.transports = transports;
    }

    /** Creates or changes a conference and says what a client needs to connect. */
    public ObjectNode modify(ConferenceRequest request) {
        Conference conference = conference(request);
        refuseSeveralAtOnce(request);
        ObjectNode response = JSON.createObjectNode();
        ArrayNode endpoints = JSON.createArrayNode();
        boolean creates = request.create();
        for (EndpointRequest endpoint : request.endpoints()) {
            endpoints.add(endpoint(conference, endpoint));
            creates |= endpoint.create();
        }
        if (request.hasRelays()) {
            throw ColibriException.refused("Octo is disabled in configuration.");
        }
        if (!endpoints.isEmpty()) {
            response.set("endpoints", endpoints);
        }
        if (creates) {
            response.set("sources", feedbackSources(conference));
        }
        if (request.expire() || (!request.create() && conference.endpoints().isEmpty())) {
            conferences.expire(conference);
        }
        return response;
    }

    private Conference conference(ConferenceRequest request) {
        String id = request.meetingId().orElseThrow(() -> ColibriException.malformed("meeting-id must be set"));
        if (!request.create()) {
            return conferences
                    .byMeetingId(id)
                    .orElseThrow(() -> ColibriException.refused("Conference not found for ID: " + id));
        }
        if (conferences.byMeetingId(id).isPresent()) {
            throw ColibriException.refused("Conference already exists for ID: " + id);
        }
        if (gracefulShutdown.getAsBoolean()) {
            throw ColibriException.refused("In graceful shutdown");
        }
        if (request.name().filter(name -> !JID.matcher(name).matches()).isPresent()) {
            throw ColibriException.refused("Invalid conference name (not a JID)");
        }
        if (conferences.isFullOfConferences()) {
            throw ColibriException.refused("The development bridge takes no more conferences");
        }
        return conferences.create(id);
    }

    private static void refuseSeveralAtOnce(ConferenceRequest request) {
        long substantial = request.endpoints().stream()
                .filter(EndpointRequest::isSubstantial)
                .count();
        if (substantial > 1) {
            throw ColibriException.refused(
                    "Creating or updating media, sources or transport for more than one endpoint in a request.");
        }
    }

    private ObjectNode endpoint(Conference conference, EndpointRequest request) {
        ObjectNode response = JSON.createObjectNode().put("id", request.id());
        if (request.expire()) {
            conference.endpoint(request.id()).ifPresent(conference::expireEndpoint);
            return response.put("expire", true);
        }
        boolean onlyMutes = !request.isSubstantial() && request.forceMute().isPresent();
        if (onlyMutes && conference.endpoint(request.id()).isEmpty()) {
            return response; // muting whoever is gone is no error
        }
        Endpoint endpoint = request.create() ? create(conference, request) : existing(conference, request);
        request.payloadTypes().forEach(endpoint.format()::add);
        request.extensions().forEach(endpoint.format()::addExtension);
        request.transport().ifPresent(transport -> apply(endpoint, transport));
        if (request.create()) {
            response.putObject("transport").set("transport", transports.describe(endpoint));
        }
        request.sources().ifPresent(sources -> conference.setSources(endpoint, sources));
        request.forceMute().ifPresent(endpoint::forceMute);
        request.initialLastN().ifPresent(n -> ChannelDialogue.constrain(endpoint, ReceiverConstraints.Update.lastN(n)));
        if (request.hasMedias()) {
            conference.mediaChanged();
        }
        return response;
    }

    private Endpoint create(Conference conference, EndpointRequest request) {
        if (conference.endpoint(request.id()).isPresent()) {
            throw ColibriException.refused("Endpoint with ID " + request.id() + " already exists");
        }
        EndpointRequest.TransportRequest transport = request.transport()
                .orElseThrow(() -> ColibriException.refused(
                        "Attempt to create endpoint " + request.id() + " with no <transport>"));
        if (!request.capabilities().contains("source-names")) {
            throw ColibriException.refused("Source name support is mandatory.");
        }
        if (conferences.isFull()) {
            throw ColibriException.refused("The development bridge takes no more endpoints");
        }
        Endpoint endpoint = conference.createEndpoint(request.id(), transport.iceControlling());
        if (transport.sctp()) {
            throw ColibriException.refused("SCTP support is not configured");
        }
        return endpoint;
    }

    private static Endpoint existing(Conference conference, EndpointRequest request) {
        return conference
                .endpoint(request.id())
                .orElseThrow(() -> ColibriException.refused("Endpoint not found for ID: " + request.id()));
    }

    /** The bridge is always the DTLS server: with another {@code setup} the client waits for ever, as it should. */
    private static void apply(Endpoint endpoint, EndpointRequest.TransportRequest transport) {
        transport.credentials().ifPresent(endpoint.media()::setRemoteCredentials);
        if (transport.setup().equals(ACTIVE) && !transport.fingerprints().isEmpty()) {
            endpoint.media().expectCertificate(transport.fingerprints());
        }
    }

    private static ArrayNode feedbackSources(Conference conference) {
        ArrayNode sources = JSON.createArrayNode();
        feedbackSource(sources, "audio", "jvb-a0", conference.audioSsrc());
        feedbackSource(sources, "video", "jvb-v0", conference.videoSsrc());
        return sources;
    }

    private static void feedbackSource(ArrayNode sources, String type, String id, int ssrc) {
        ObjectNode source = sources.addObject().put("type", type).put("id", id);
        source.putArray("sources")
                .addObject()
                .put("ssrc", Integer.toUnsignedLong(ssrc))
                .put("name", id);
    }
}
