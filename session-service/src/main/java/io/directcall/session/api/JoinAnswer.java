package io.directcall.session.api;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.session.turn.IceServer;
import java.util.List;

/**
 * All that a client needs to open its event stream and wait for an offer.
 *
 * @param participant the caller's own participant
 * @param session as it was right after the join
 * @param iceServers STUN and TURN servers for the peer connection; empty when bridges are reached directly. Added by {@link
 *     FreshIceServers} when the answer is sent
 * @param cursor where the event stream is to begin, for {@code GET /v3/sessions/{sid}/events?cursor=}: milliseconds since 1970. It lies
 *     before the join, so events that the snapshot has already come again; the client drops those by their {@code seq}
 */
public record JoinAnswer(Participant participant, SessionSnapshot session, List<IceServer> iceServers, String cursor) {}
