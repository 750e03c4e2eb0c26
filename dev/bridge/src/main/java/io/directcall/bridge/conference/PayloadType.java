package io.directcall.bridge.conference;

import java.util.OptionalInt;

/**
 * A codec as signalled; the same ids are used for everybody, the bridge translates none.
 *
 * @param associated of a retransmission format: the payload type that it retransmits
 */
public record PayloadType(int id, MediaKind kind, String name, int clockRate, OptionalInt associated) {}
