package io.directcall.media.conference;

import io.directcall.media.sdp.Answer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether an answer may be taken. The same for the replica that receives it and for the owner that carries it out. */
final class AnswerCheck {
    private AnswerCheck() {}

    static ClientMedia examine(ConferenceState state, Endpoint endpoint, int revision, Answer answer) {
        int newest = endpoint.negotiation().revision();
        if (revision < newest || endpoint.waits()) {
            throw new StaleRevisionException(revision, newest);
        }
        if (revision > newest) {
            throw new AnswerMismatchException("there is no offer of revision " + revision);
        }
        ClientMedia media =
                AnswerReader.read(endpoint.id(), endpoint.negotiation().slots(), answer);
        requireOwnSsrcs(media, takenByOthers(state, endpoint));
        return media;
    }

    /** A bridge would silently hand another participant's stream over to whoever claims its SSRC. */
    private static void requireOwnSsrcs(ClientMedia media, Set<Long> taken) {
        for (Source source : media.sources()) {
            for (Long ssrc : source.ssrcs()) {
                if (taken.contains(ssrc)) {
                    throw new AnswerMismatchException("SSRC " + ssrc + " is another's");
                }
            }
        }
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
