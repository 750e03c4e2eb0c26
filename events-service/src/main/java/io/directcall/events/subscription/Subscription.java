package io.directcall.events.subscription;

import io.directcall.events.frame.Frame;
import io.directcall.events.frame.Frames;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Position;
import io.directcall.events.position.StreamId;
import io.directcall.events.subscription.SubscriptionState.CatchingUp;
import io.directcall.events.subscription.SubscriptionState.Ended;
import io.directcall.events.subscription.SubscriptionState.Live;
import java.time.Duration;
import java.util.Optional;

/**
 * One client's place in the stream of its session or user, and what waits to be sent to it. Threads that read Kafka offer events, one at a time;
 * the event loop of the connection takes the frames. The lock is held for a few instructions only.
 *
 * <p>Offered events that the client has seen are skipped by their offset, so that whoever offers need not know exactly where a client
 * stands: each event passes once, and none is lost as long as every event after {@link #position()} is offered in order.
 */
public final class Subscription {
    private final Listener listener;
    private final EndRule endRule;
    private final FrameQueue queue;
    private final Runnable onFrames;
    private SubscriptionState state;
    private boolean wantsMore;

    /**
     * @param listener who listens
     * @param endRule with which event the stream is over
     * @param limits how much may wait
     * @param onFrames called by any thread when there is something to take
     */
    public Subscription(Listener listener, EndRule endRule, QueueLimits limits, Runnable onFrames) {
        this.listener = listener;
        this.endRule = endRule;
        this.queue = new FrameQueue(limits);
        this.onFrames = onFrames;
        this.state = new CatchingUp(Position.zero(listener.channel()));
    }

    /** Who listens. */
    public Listener listener() {
        return listener;
    }

    /** Where it is in its life. */
    public synchronized SubscriptionState state() {
        return state;
    }

    /** What follows the events that it was offered. */
    public synchronized Position position() {
        return state.position();
    }

    /** True when it takes no more events. */
    public synchronized boolean isEnded() {
        return state instanceof Ended;
    }

    /** Sets where the client stands, before anything was offered. */
    public synchronized void startAt(Position position) {
        moveTo(position);
    }

    /** Offers the next event. The caller calls {@link #wake()} when it has offered all it has. */
    public synchronized Offer offer(LogEvent event) {
        if (state instanceof Ended) {
            return Offer.ENDED;
        }
        if (!listener.mayReceive(event)) {
            return Offer.SKIPPED;
        }
        Position position = state.position();
        if (position.isPast(event.source(), event.offset())) {
            endRule.known(event);
            return Offer.SKIPPED;
        }
        Position after = position.max(event.after());
        Optional<EndReason> end = endRule.with(event);
        if (!queue.offer(frameOf(event, after, end))) {
            state = new CatchingUp(position.max(event.before()));
            return Offer.FULL;
        }
        moveTo(after);
        endRule.known(event);
        end.ifPresent(reason -> finish(reason, null));
        return state instanceof Ended ? Offer.ENDED : Offer.QUEUED;
    }

    /** A client that takes the event that ends its stream and not the frame behind it must be told to stay away, too. */
    private static Frame frameOf(LogEvent event, Position after, Optional<EndReason> end) {
        boolean last = end.filter(EndReason::isLast).isPresent();
        return after.equals(event.after()) && !last
                ? event.frame()
                : event.frame().withId(new StreamId(after, last));
    }

    /** All events before the position were offered, whether or not they were for this client. */
    public synchronized void advance(Position position) {
        moveTo(state.position().max(position));
    }

    /** From now on each event is offered as it is read. */
    public synchronized void goLive() {
        if (state instanceof CatchingUp catchingUp) {
            state = new Live(catchingUp.position());
        }
    }

    /** The events up to a position are gone: tells the client, and goes on from there. */
    public synchronized void gap(Position to) {
        if (!(state instanceof Ended)) {
            queue.force(Frames.gap(state.position(), to));
            moveTo(to);
        }
    }

    /** Ends the stream with a last event after what waits already. */
    public synchronized void end(EndReason reason, Duration retry) {
        if (!(state instanceof Ended)) {
            finish(reason, retry);
        }
    }

    /** The client is gone or cut off: nothing is kept for it. */
    public synchronized void abandon() {
        queue.clear();
        if (!(state instanceof Ended)) {
            state = new Ended(state.position(), null);
        }
    }

    /** Asks for {@link #takeWantsMore()} to answer true once what waits was taken. */
    public synchronized void wantMore() {
        wantsMore = true;
    }

    /** True once after {@link #wantMore()}, when all frames were taken and older events are to be offered. */
    public synchronized boolean takeWantsMore() {
        boolean now = wantsMore && queue.isEmpty() && state instanceof CatchingUp;
        wantsMore &= !now;
        return now;
    }

    /** The next frame to send, or null. */
    public synchronized Frame poll() {
        return queue.poll();
    }

    /** True when frames wait. */
    public synchronized boolean hasFrames() {
        return !queue.isEmpty();
    }

    /** True when all was taken and nothing will follow. */
    public synchronized boolean isDone() {
        return state instanceof Ended && queue.isEmpty();
    }

    /**
     * A heartbeat for an idle stream; empty when frames wait.
     *
     * @param read every event before this was offered to each live subscription of the partition
     */
    public synchronized Optional<Frame> heartbeat(Position read) {
        if (!queue.isEmpty() || state instanceof Ended) {
            return Optional.empty();
        }
        Position position = state.position();
        Position now = state instanceof Live ? position.max(read) : position;
        if (now.equals(position)) {
            return Optional.of(Frames.heartbeat());
        }
        moveTo(now);
        return Optional.of(Frames.heartbeat(now));
    }

    /** Lets the event loop know that there is something to take. */
    public void wake() {
        onFrames.run();
    }

    private void finish(EndReason reason, Duration retry) {
        Position position = state.position();
        queue.force(Frames.end(new StreamId(position, reason.isLast()), reason.text(), retry));
        state = new Ended(position, reason);
    }

    private void moveTo(Position position) {
        state = switch (state) {
            case CatchingUp ignored -> new CatchingUp(position);
            case Live ignored -> new Live(position);
            case Ended ended -> ended;
        };
    }
}
