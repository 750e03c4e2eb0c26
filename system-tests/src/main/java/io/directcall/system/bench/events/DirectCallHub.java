package io.directcall.system.bench.events;

import io.directcall.contracts.session.Role;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** events-service: events come from Kafka, as session-service writes them there; subscribers go to it without the edge between. */
final class DirectCallHub implements Hub {
    private static final String USER = "bench-1";

    private final EventLoop loop = new EventLoop();
    private final RunningSuite suite;
    private final SessionEvents topic;
    private final CallTokens callTokens;
    private final Map<String, String> tokens = new HashMap<>();

    DirectCallHub(RunningSuite suite) {
        this.suite = suite;
        this.topic = new SessionEvents(suite);
        this.callTokens = new CallTokens(
                loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), new Random(1))));
        loop.await(() -> callTokens.users(List.of(USER)));
        // For each event it would look for the conference of a session that is none. What is measured is how events
        // get to subscribers, and another hub has nothing of the kind beside it.
        suite.stop("media-gateway");
    }

    @Override
    public String name() {
        return "Direct Call";
    }

    @Override
    public void prepare(List<String> channels) {
        tokens.clear();
        channels.forEach(channel ->
                tokens.put(channel, loop.await(() -> callTokens.of(channel, USER, Role.PARTICIPANT))));
    }

    @Override
    public RequestOptions stream(String channel) {
        return new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(suite.part("events-service").port())
                .setURI("/v3/sessions/" + channel + "/events")
                .putHeader("accept", "text/event-stream")
                .putHeader("callToken", tokens.get(channel));
    }

    @Override
    public void publish(String channel, String event) {
        topic.publish(channel, event);
    }

    @Override
    public ProcessUse use() {
        return ProcessUse.ofTree(suite.part("events-service").pid());
    }

    @Override
    public void close() {
        topic.close();
        loop.close();
    }
}
