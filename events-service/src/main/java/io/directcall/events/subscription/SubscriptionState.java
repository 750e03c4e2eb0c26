package io.directcall.events.subscription;

import io.directcall.events.position.Position;

/**
 * Where a subscription is in its life. Transitions: catching up to live (everything up to the head was offered), live to catching up (its
 * queue was full), both to ended. Nothing leaves the ended state.
 */
public sealed interface SubscriptionState {

    /** What follows this. */
    Position position();

    /** Older events are offered first, from memory or from Kafka, as fast as the client takes them. */
    record CatchingUp(Position position) implements SubscriptionState {}

    /** Each event is offered when it is read from Kafka. */
    record Live(Position position) implements SubscriptionState {}

    /**
     * No event is offered any more.
     *
     * @param reason what the client is told; null when it is gone or was cut off
     */
    record Ended(Position position, EndReason reason) implements SubscriptionState {}
}
