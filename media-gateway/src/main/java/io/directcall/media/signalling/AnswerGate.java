package io.directcall.media.signalling;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MediaCommand.AnswerReceived;
import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.MediaCommand.RestartRequested;
import io.directcall.contracts.media.MediaCommand.ViewChanged;
import io.directcall.media.conference.AnswerMismatchException;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.Endpoint;
import io.directcall.media.conference.StaleRevisionException;
import io.directcall.media.conference.store.ConferenceStore;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.AnswerParser;
import io.directcall.media.sdp.SdpException;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets a command pass only when it fits what is stored now: the client hears at once what is wrong, and the owner is spared the rest. */
@ApplicationScoped
public class AnswerGate {
    private final ConferenceStore store;

    AnswerGate(ConferenceStore store) {
        this.store = store;
    }

    /** @return fails with {@link ApiException} when the command is refused */
    Uni<Void> admit(MediaCommand.OfParticipant command, String uid) {
        return store.find(command.sessionId())
                .invoke(found -> check(found, command, uid))
                .replaceWithVoid();
    }

    static void check(Optional<Conference> found, MediaCommand.OfParticipant command, String uid) {
        Conference conference = found.filter(known -> !known.state().ended())
                .orElseThrow(() -> new ApiException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        Endpoint endpoint = conference
                .endpoint(command.participantId())
                .orElseThrow(() -> new ApiException(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND));
        if (!endpoint.who().uid().equals(uid)) {
            throw new ApiException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        switch (command) {
            case AnswerReceived answer -> check(conference, endpoint, answer);
            case RestartRequested restart -> {
                // Whoever is in the session may ask for it.
            }
            case LayersReported layers -> check(conference, endpoint, layers);
            case ViewChanged view -> {
                // The resource has checked its form; whoever is in the session may look at whomever it likes.
            }
        }
    }

    private static void check(Conference conference, Endpoint endpoint, LayersReported command) {
        try {
            conference.examine(endpoint, command);
        } catch (StaleRevisionException stale) {
            throw new ApiException(ErrorCode.ERR_STALE_REVISION, "The report " + stale.getMessage() + ".");
        } catch (AnswerMismatchException mismatch) {
            throw new ApiException(ErrorCode.ERR_ANSWER_MISMATCH, "The report: " + mismatch.getMessage() + ".");
        }
    }

    private static void check(Conference conference, Endpoint endpoint, AnswerReceived command) {
        try {
            Answer answer = AnswerParser.parse(command.sdp());
            conference.examine(endpoint, command.revision(), answer);
        } catch (SdpException unreadable) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "sdp: " + unreadable.getMessage());
        } catch (StaleRevisionException stale) {
            throw new ApiException(ErrorCode.ERR_STALE_REVISION, "The answer " + stale.getMessage() + ".");
        } catch (AnswerMismatchException mismatch) {
            throw new ApiException(ErrorCode.ERR_ANSWER_MISMATCH, "The answer: " + mismatch.getMessage() + ".");
        }
    }
}
