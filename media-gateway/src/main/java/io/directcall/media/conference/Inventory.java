package io.directcall.media.conference;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a bridge has of one session.
 *
 * @param bridge base URL
 * @param askedAt before the bridge made the list: what was allocated later may be missing from it
 * @param conferences endpoints by conference
 */
public record Inventory(String bridge, Instant askedAt, Map<String, Set<String>> conferences) {}
