package io.directcall.bridge.colibri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.bridge.conference.ForceMute;
import io.directcall.bridge.conference.MediaKind;
import io.directcall.bridge.conference.PayloadType;
import io.directcall.bridge.dtls.CertificateFingerprint;
import io.directcall.bridge.ice.IceCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads requests as Jitsi Videobridge does: a field of the wrong JSON type counts as absent, so that
 * {@code "create":"true"} creates nothing.
 */
public final class RequestReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestReader() {}

    /** Reads the body of a request; throws when it is no JSON object or misses what is mandatory. */
    public static ConferenceRequest read(String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw ColibriException.notJson(e.getOriginalMessage());
        }
        if (json == null || !json.isObject()) {
            throw ColibriException.notJson("not an object");
        }
        List<EndpointRequest> endpoints = new ArrayList<>();
        for (JsonNode endpoint : json.path("endpoints")) {
            if (endpoint.isObject()) {
                endpoints.add(endpoint(endpoint));
            }
        }
        return new ConferenceRequest(
                text(json, "meeting-id"),
                text(json, "name"),
                flag(json, "create"),
                flag(json, "expire"),
                endpoints,
                !json.path("relays").isEmpty());
    }

    private static EndpointRequest endpoint(JsonNode json) {
        String id = text(json, "id").orElseThrow(() -> ColibriException.malformed("id must be set"));
        List<PayloadType> payloadTypes = new ArrayList<>();
        Map<Integer, String> extensions = new HashMap<>();
        for (JsonNode media : json.path("medias")) {
            MediaKind kind = text(media, "type")
                    .flatMap(MediaKind::parse)
                    .orElseThrow(() -> ColibriException.malformed("media type must be set"));
            payloadTypes.addAll(payloadTypes(media, kind));
            for (JsonNode extension : media.path("rtp-hdrexts")) {
                if (extension.path("id").isInt()) {
                    extensions.put(
                            extension.path("id").intValue(),
                            extension.path("uri").asText());
                }
            }
        }
        JsonNode transport = json.path("transport");
        JsonNode sources = json.path("sources");
        return new EndpointRequest(
                id,
                flag(json, "create"),
                flag(json, "expire"),
                texts(json.path("capabilities")),
                transport.isObject() ? Optional.of(transport(transport)) : Optional.empty(),
                !json.path("medias").isEmpty(),
                payloadTypes,
                extensions,
                sources.isArray() ? Optional.of(SourceReader.read(sources)) : Optional.empty(),
                forceMute(json.path("force-mute")),
                integer(json.path("initial-last-n"), "value"));
    }

    private static List<PayloadType> payloadTypes(JsonNode media, MediaKind kind) {
        List<PayloadType> types = new ArrayList<>();
        for (JsonNode type : media.path("payload-types")) {
            OptionalInt id = number(type.path("id"));
            if (id.isPresent()) {
                types.add(new PayloadType(
                        id.getAsInt(),
                        kind,
                        type.path("name").asText(),
                        number(type.path("clockrate")).orElse(kind == MediaKind.AUDIO ? 48_000 : 90_000),
                        number(type.path("parameters").path("apt"))));
            }
        }
        return types;
    }

    private static EndpointRequest.TransportRequest transport(JsonNode json) {
        JsonNode ice = json.path("transport");
        Optional<IceCredentials> credentials = text(ice, "ufrag")
                .flatMap(fragment -> text(ice, "pwd").map(password -> new IceCredentials(fragment, password)));
        Set<CertificateFingerprint> fingerprints = new HashSet<>();
        String setup = "";
        for (JsonNode fingerprint : ice.path("fingerprints")) {
            fingerprints.add(new CertificateFingerprint(
                    fingerprint.path("hash").asText(),
                    fingerprint.path("fingerprint").asText()));
            setup = fingerprint.path("setup").asText();
        }
        return new EndpointRequest.TransportRequest(
                flag(json, "ice-controlling"), json.has("sctp"), credentials, fingerprints, setup);
    }

    private static Optional<ForceMute> forceMute(JsonNode json) {
        return json.isObject()
                ? Optional.of(new ForceMute(flag(json, "audio"), flag(json, "video")))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static boolean flag(JsonNode json, String field) {
        return json.path(field).booleanValue();
    }

    private static Optional<Integer> integer(JsonNode json, String field) {
        return json.path(field).isInt() ? Optional.of(json.path(field).intValue()) : Optional.empty();
    }

    /** A number that colibri2 writes as a string. */
    private static OptionalInt number(JsonNode json) {
        try {
            return json.isTextual() ? OptionalInt.of(Integer.parseInt(json.textValue())) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> values = new HashSet<>();
        for (JsonNode value : array) {
            if (value.isTextual()) {
                values.add(value.textValue());
            }
        }
        return values;
    }
}
