package io.directcall.media.sdp;

/** The client's side of a transport, as its answer gave it. It carries no candidates: the bridge learns them from the checks it receives. */
public record ClientTransport(String ufrag, String pwd, Fingerprint fingerprint) {}
