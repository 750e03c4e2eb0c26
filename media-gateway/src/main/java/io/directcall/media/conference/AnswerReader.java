package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.OfferLine;
import java.util.ArrayList;
import java.util.List;

/** Compares an answer with the offer that it is for, and takes from it what the bridge must know. */
final class AnswerReader {
    private final String participantId;
    private final Slots offered;
    private final List<Layer> known;

    /**
     * @param offered the m-lines of the offer
     * @param known layers of the camera that the client has named before
     */
    AnswerReader(String participantId, Slots offered, List<Layer> known) {
        this.participantId = participantId;
        this.offered = offered;
        this.known = known;
    }

    /** @throws AnswerMismatchException when the answer is for another offer than one with these m-lines */
    ClientMedia read(Answer answer) {
        List<OfferLine> lines = offered.lines();
        if (answer.lines().size() != lines.size()) {
            throw new AnswerMismatchException(
                    "has " + answer.lines().size() + " m-lines, the offer has " + lines.size());
        }
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), answer.lines().get(i));
        }
        return new ClientMedia(answer.transport(), sources(answer.lines()));
    }

    private static void check(OfferLine offered, Answer.Line answered) {
        if (!answered.mid().equals(offered.mid())) {
            throw new AnswerMismatchException(
                    "m-line " + offered.mid() + " of the offer is missing or at another place");
        }
        if (answered.media() != offered.media()) {
            throw new AnswerMismatchException(
                    "m-line " + offered.mid() + " is " + answered.media().token() + ", offered was "
                            + offered.media().token());
        }
        if (!answered.direction().answers(offered.direction())) {
            throw new AnswerMismatchException("m-line " + offered.mid() + " is "
                    + answered.direction().token() + ", offered was "
                    + offered.direction().token());
        }
        if (answered.layers().size() > 1 && !offered.layered()) {
            throw new AnswerMismatchException(
                    "m-line " + offered.mid() + " has " + answered.layers().size() + " layers, offered was one");
        }
    }

    private List<Source> sources(List<Answer.Line> lines) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < offered.own().size(); i++) {
            TrackKind kind = offered.own().get(i);
            List<Layer> layers = layers(kind, lines.get(i));
            if (!layers.isEmpty()) {
                sources.add(new Source(participantId, kind, layers));
            }
        }
        return sources;
    }

    /** Chromium never names the SSRCs of layers in an answer of its own. */
    private List<Layer> layers(TrackKind kind, Answer.Line line) {
        boolean unnamed = line.layers().isEmpty() && line.direction().sends() && offered.isLayered(kind);
        return unnamed ? known : line.layers();
    }
}
