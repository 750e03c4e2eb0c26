package io.directcall.events.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.events.fanout.Fanout;
import io.directcall.events.fanout.Fanouts;
import io.directcall.events.fanout.HistoryReader;
import io.directcall.events.fanout.KafkaWorker;
import io.directcall.events.fanout.LiveReader;
import io.directcall.events.fanout.LogLookup;
import io.directcall.events.fanout.MemoryLimits;
import io.directcall.events.fanout.Topics;
import io.directcall.events.position.Channel;
import io.directcall.events.presence.PresencePublisher;
import io.directcall.events.presence.Replica;
import io.directcall.service.ServiceConfig;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;

/** Builds the plain parts of the service, starts their threads and stops them. */
@Startup
@Singleton
public class EventsParts {
    private final KafkaClients kafka;
    private final EventsConfig config;
    private final String topicPrefix;
    private final KafkaWorker historyWorker;
    private final KafkaWorker lookupWorker;
    private final Fanouts fanouts;
    private final PresencePublisher presence;

    /** Built by the container. */
    public EventsParts(KafkaClients kafka, EventsConfig config, ServiceConfig service, ObjectMapper json) {
        this.kafka = kafka;
        this.config = config;
        topicPrefix = service.topicPrefix().orElse("");
        historyWorker = new KafkaWorker("events-history", () -> kafka.consumer("events-history"));
        lookupWorker = new KafkaWorker("events-lookup", () -> kafka.consumer("events-lookup"));
        fanouts = new Fanouts(this::fanoutOf);
        presence = new PresencePublisher(
                () -> kafka.producer("events-presence"),
                Topic.PRESENCE_EVENTS.nameWithPrefix(topicPrefix),
                json,
                config.presenceQueue(),
                config.presencePatience());
        fanouts.start();
        presence.start();
    }

    private Fanout fanoutOf(Channel channel) {
        Topics topics = new Topics(channel, topicPrefix);
        String name = "events-live-" + channel.name().toLowerCase(Locale.ROOT);
        return new Fanout(
                new LiveReader(name, () -> kafka.consumer(name), topics),
                new HistoryReader(historyWorker, topics),
                new LogLookup(lookupWorker, topics),
                new MemoryLimits(config.memoryEvents(), config.memoryBytes(), config.warmUpRecords()),
                config.linger());
    }

    @PreDestroy
    void stop() {
        presence.close();
        fanouts.close();
        historyWorker.close();
        lookupWorker.close();
    }

    @Produces
    @Singleton
    Fanouts fanouts() {
        return fanouts;
    }

    @Produces
    @Singleton
    PresencePublisher presence() {
        return presence;
    }

    @Produces
    @Singleton
    Replica replica() {
        return new Replica();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
