package io.directcall.events.subscription;

import io.directcall.events.frame.Frame;
import java.util.ArrayDeque;

/** Frames that wait for one client, bounded by count and bytes. Not thread-safe. */
final class FrameQueue {
    /** Most connections have an empty queue most of the time: small until it is needed. */
    private static final int INITIAL_CAPACITY = 2;

    private final QueueLimits limits;
    private ArrayDeque<Frame> frames = new ArrayDeque<>(INITIAL_CAPACITY);
    private int bytes;

    FrameQueue(QueueLimits limits) {
        this.limits = limits;
    }

    /** Adds a frame when there is room. An empty queue takes a frame of any size, else a large one could never pass. */
    boolean offer(Frame frame) {
        boolean fits = frames.size() < limits.frames() && bytes + frame.size() <= limits.bytes();
        if (!fits && !frames.isEmpty()) {
            return false;
        }
        force(frame);
        return true;
    }

    /** Adds a frame that must not be lost, such as the last one. */
    void force(Frame frame) {
        frames.addLast(frame);
        bytes += frame.size();
    }

    /** The next frame, or null. */
    Frame poll() {
        Frame frame = frames.pollFirst();
        if (frame != null) {
            bytes -= frame.size();
        }
        return frame;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    void clear() {
        frames = new ArrayDeque<>(INITIAL_CAPACITY);
        bytes = 0;
    }
}
