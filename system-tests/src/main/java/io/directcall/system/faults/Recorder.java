package io.directcall.system.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.client.EventSubscriber;
import io.directcall.system.client.Json;
import io.directcall.system.client.SseParser.Event;
import io.directcall.system.faults.verify.Delivery;
import io.directcall.system.faults.verify.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes down what a subscriber receives of the session's life; media is left out. */
final class Recorder implements Consumer<Event> {
    /** As they are named on their way. */
    private static final Set<String> OTHERS = Arrays.stream(
                    MediaEvent.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    private final String participantId;
    private final long joinedWith;
    private final Consumer<SessionEvent> listener;
    private final List<Delivery> deliveries = new ArrayList<>();
    private EventSubscriber subscriber;
    private boolean vanished;
    private boolean kicked;
    private int gaps;

    /**
     * @param participantId null for an observer
     * @param joinedWith see {@link Received}
     * @param listener hears of each event too
     */
    Recorder(String participantId, long joinedWith, Consumer<SessionEvent> listener) {
        this.participantId = participantId;
        this.joinedWith = joinedWith;
        this.listener = listener;
    }

    @Override
    public void accept(Event event) {
        if (event.type().equals("gap")) {
            gaps++;
        } else if (!OTHERS.contains(event.type())) {
            SessionEvent told = Json.read(event.data(), SessionEvent.class);
            String offset = event.id().substring(0, event.id().indexOf('-'));
            deliveries.add(new Delivery(told, Long.parseLong(offset), Instant.now()));
            listener.accept(told);
        }
    }

    void listenTo(EventSubscriber stream) {
        subscriber = stream;
        subscriber.open();
    }

    /** The subscriber goes without a word. */
    void vanish() {
        vanished = true;
        subscriber.close();
    }

    /** Its token is revoked: when its stream broke at that moment, it is refused before it was told of its leaving. */
    void kicked() {
        kicked = true;
    }

    boolean isOver() {
        return subscriber.isOver();
    }

    boolean isListening() {
        return subscriber.isOpen();
    }

    /** Who it is and what its stream does, for people. */
    String state() {
        return (participantId == null ? "observer" : participantId) + " " + subscriber.state();
    }

    void close() {
        subscriber.close();
    }

    int reconnects() {
        return subscriber.reconnects();
    }

    /** How often it was told that events are gone for good. */
    int gaps() {
        return gaps;
    }

    String participantId() {
        return participantId;
    }

    boolean hasVanished() {
        return vanished;
    }

    Received received() {
        boolean cutShort = vanished || (kicked && subscriber.isRefused());
        return new Received(participantId, joinedWith, cutShort, List.copyOf(deliveries));
    }
}
