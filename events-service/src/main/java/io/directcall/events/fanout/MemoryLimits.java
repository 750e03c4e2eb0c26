package io.directcall.events.fanout;

/**
 * How much of a partition is kept in memory.
 *
 * @param events most events
 * @param bytes most bytes of their frames
 * @param warmUp records of each topic before the end that are read when the partition gets its first subscriber
 */
public record MemoryLimits(int events, long bytes, int warmUp) {}
