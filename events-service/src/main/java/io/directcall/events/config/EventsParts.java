package io.directcall.events.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.events.fanout.Fanout;
import io.directcall.events.fanout.HistoryReader;
import io.directcall.events.fanout.KafkaWorker;
import io.directcall.events.fanout.LiveReader;
import io.directcall.events.fanout.LogLookup;
import io.directcall.events.fanout.MemoryLimits;
import io.directcall.events.fanout.Topics;
import io.directcall.events.presence.PresencePublisher;
import io.directcall.service.ServiceConfig;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the plain parts of the service, starts their threads and stops them. */
@Startup
@Singleton
public class EventsParts {
    private final LiveReader reader;
    private final KafkaWorker historyWorker;
    private final KafkaWorker lookupWorker;
    private final Fanout fanout;
    private final PresencePublisher presence;

    /** Built by the container. */
    public EventsParts(KafkaClients kafka, EventsConfig config, ServiceConfig service, ObjectMapper json) {
        String prefix = service.topicPrefix().orElse("");
        Topics topics = new Topics(prefix);
        reader = new LiveReader(() -> kafka.consumer("events-live"), topics);
        historyWorker = new KafkaWorker("events-history", () -> kafka.consumer("events-history"));
        lookupWorker = new KafkaWorker("events-lookup", () -> kafka.consumer("events-lookup"));
        fanout = new Fanout(
                reader,
                new HistoryReader(historyWorker, topics),
                new LogLookup(lookupWorker, topics),
                new MemoryLimits(config.memoryEvents(), config.memoryBytes(), config.warmUpRecords()),
                config.linger());
        presence = new PresencePublisher(
                () -> kafka.producer("events-presence"),
                Topic.PRESENCE_EVENTS.nameWithPrefix(prefix),
                json,
                config.presenceQueue(),
                config.presencePatience());
        reader.start();
        fanout.prepare();
        presence.start();
    }

    @PreDestroy
    void stop() {
        presence.close();
        reader.close();
        historyWorker.close();
        lookupWorker.close();
    }

    @Produces
    @Singleton
    LiveReader reader() {
        return reader;
    }

    @Produces
    @Singleton
    Fanout fanout() {
        return fanout;
    }

    @Produces
    @Singleton
    PresencePublisher presence() {
        return presence;
    }
}
