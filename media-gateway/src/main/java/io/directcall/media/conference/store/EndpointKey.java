package io.directcall.media.conference.store;

/** Primary key of an endpoint's row. */
record EndpointKey(String sessionId, String participantId) {}
