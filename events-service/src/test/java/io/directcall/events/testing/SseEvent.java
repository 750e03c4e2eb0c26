package io.directcall.events.testing;

/**
 * What a client's parser makes of a frame with data.
 *
 * @param id last event id at that time
 * @param type name of the event
 * @param data joined lines of data
 */
public record SseEvent(String id, String type, String data) {}
