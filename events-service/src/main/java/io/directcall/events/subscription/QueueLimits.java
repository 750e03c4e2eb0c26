package io.directcall.events.subscription;

/**
 * How much may wait for one client.
 *
 * @param frames most frames
 * @param bytes most bytes, but at least one frame
 */
public record QueueLimits(int frames, int bytes) {}
