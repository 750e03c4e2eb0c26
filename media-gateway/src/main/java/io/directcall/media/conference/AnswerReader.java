package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.OfferLine;
import java.util.ArrayList;
import java.util.List;

/** Compares an answer with the offer that it is for, and takes from it what the bridge must know. */
final class AnswerReader {
    private AnswerReader() {}

    /** @throws AnswerMismatchException when the answer is for another offer than one with these m-lines */
    static ClientMedia read(String participantId, Slots offered, Answer answer) {
        List<OfferLine> lines = offered.lines();
        if (answer.lines().size() != lines.size()) {
            throw new AnswerMismatchException(
                    "has " + answer.lines().size() + " m-lines, the offer has " + lines.size());
        }
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), answer.lines().get(i));
        }
        return new ClientMedia(answer.transport(), sources(participantId, offered.own(), answer.lines()));
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
    }

    private static List<Source> sources(String participantId, List<TrackKind> own, List<Answer.Line> lines) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < own.size(); i++) {
            List<Long> ssrcs = lines.get(i).ssrcs();
            if (!ssrcs.isEmpty()) {
                sources.add(new Source(participantId, own.get(i), ssrcs));
            }
        }
        return sources;
    }
}
