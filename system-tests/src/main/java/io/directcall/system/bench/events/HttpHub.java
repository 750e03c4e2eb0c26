package io.directcall.system.bench.events;

import io.directcall.system.client.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Another hub, which takes events by POST and serves them as an event stream. */
final class HttpHub implements Hub {
    private static final String CHANNEL = "{channel}";
    private static final int CONNECTIONS = 32;

    private final EventLoop loop = new EventLoop();
    private final HttpClient http;
    private final String name;
    private final String subscribe;
    private final String publish;
    private final OptionalLong pid;
    /** The end of what is under way for each channel: the next event waits for it, so that they keep their order. */
    private final Map<String, Future<Void>> tails = new HashMap<>();

    /**
     * @param subscribe URL with {@code {channel}} in it
     * @param publish the same for publishing
     * @param pid of its process, when it runs on this machine
     */
    HttpHub(String name, String subscribe, String publish, OptionalLong pid) {
        this.name = name;
        this.subscribe = subscribe;
        this.publish = publish;
        this.pid = pid;
        this.http = loop.call(() -> loop.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(List<String> channels) {
        // Channels come into being by their use.
    }

    @Override
    public RequestOptions stream(String channel) {
        return to(subscribe, channel).putHeader("accept", "text/event-stream");
    }

    private static RequestOptions to(String template, String channel) {
        URI uri = URI.create(template.replace(CHANNEL, channel));
        return new RequestOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    @Override
    public void publish(String channel, String event) {
        loop.vertx()
                .runOnContext(now -> tails.compute(
                        channel,
                        (key, tail) ->
                                tail == null ? post(channel, event) : tail.transform(done -> post(channel, event))));
    }

    private Future<Void> post(String channel, String event) {
        return http.request(to(publish, channel).setMethod(HttpMethod.POST))
                .compose(request ->
                        request.putHeader("content-type", "application/json").send(event))
                .compose(response -> response.statusCode() / 100 == 2
                        ? response.end()
                        : Future.failedFuture("answered " + response.statusCode()))
                .onFailure(failure -> System.err.println(name + " took no event: " + failure.getMessage()));
    }

    @Override
    public ProcessUse use() {
        return pid.isPresent() ? ProcessUse.ofTree(pid.getAsLong()) : ProcessUse.NOTHING;
    }

    @Override
    public void close() {
        loop.await(http::close);
        loop.close();
    }
}
