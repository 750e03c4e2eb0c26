package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether an answer, or a report of layers, may be taken. The same for the replica that receives it and for the owner that
 * carries it out.
 */
final class AnswerCheck {
    private AnswerCheck() {}

    static ClientMedia examine(ConferenceState state, Endpoint endpoint, int revision, Answer answer) {
        int newest = endpoint.negotiation().revision();
        if (revision < newest || endpoint.waits()) {
            throw new StaleRevisionException("answers revision " + revision + ", the newest is " + newest);
        }
        if (revision > newest) {
            throw new AnswerMismatchException("there is no offer of revision " + revision);
        }
        Slots offered = endpoint.negotiation().slots();
        ClientMedia media =
                new AnswerReader(endpoint.id(), offered, endpoint.link().layers()).read(answer);
        requireOwnSsrcs(media.sources().stream().flatMap(source -> source.ssrcs().stream()), state, endpoint);
        return media;
    }

    static void examine(ConferenceState state, Endpoint endpoint, int generation, List<Layer> layers) {
        int newest = endpoint.generation();
        if (generation < newest || endpoint.waits()) {
            throw new StaleRevisionException("is of generation " + generation + ", the newest is " + newest);
        }
        if (generation > newest) {
            throw new AnswerMismatchException("there is no offer of generation " + generation);
        }
        Slots offered = endpoint.negotiation().slots();
        if (!offered.isLayered(TrackKind.CAMERA)) {
            throw new AnswerMismatchException("the offer asks for no layers");
        }
        if (layers.isEmpty() || layers.size() > offered.profile().layers()) {
            throw new AnswerMismatchException(
                    layers.size() + " layers, offered were " + offered.profile().layers());
        }
        Stream<Long> others = endpoint.link().newest().stream()
                .flatMap(media -> media.sources().stream())
                .filter(source -> source.kind() != TrackKind.CAMERA)
                .flatMap(source -> source.ssrcs().stream());
        requireOwnSsrcs(Stream.concat(others, Layer.ssrcs(layers)), state, endpoint);
    }

    /** A bridge would silently hand another participant's stream over to whoever claims its SSRC. */
    private static void requireOwnSsrcs(Stream<Long> claimed, ConferenceState state, Endpoint endpoint) {
        Set<Long> taken = takenByOthers(state, endpoint);
        Set<Long> own = new HashSet<>();
        claimed.forEach(ssrc -> {
            if (taken.contains(ssrc)) {
                throw new AnswerMismatchException("SSRC " + ssrc + " is another's");
            }
            if (!own.add(ssrc)) {
                throw new AnswerMismatchException("SSRC " + ssrc + " is there twice");
            }
        });
    }

    private static Set<Long> takenByOthers(ConferenceState state, Endpoint endpoint) {
        Stream<Long> others = state.endpoints().values().stream()
                .filter(other -> !other.id().equals(endpoint.id()))
                .flatMap(Endpoint::ssrcs);
        Stream<Long> bridge = state.endpoints().values().stream()
                .filter(Endpoint::isAllocated)
                .flatMap(other -> other.link().allocation().bridgeSsrcs().stream());
        return Stream.concat(others, bridge).collect(Collectors.toSet());
    }
}
