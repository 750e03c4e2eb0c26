package io.directcall.suite.edge;

import io.directcall.contracts.error.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Passes requests on to the replicas of one service, byte by byte as they come, so that event streams are not held up. A replica that takes
 * no connection is passed over; what was sent to one is never sent to another, because nobody knows how far it came.
 */
final class ApiProxy {
    /** Event streams keep a connection each; a small pool would let the 6th browser wait for ever. */
    private static final int MAX_CONNECTIONS = 10_000;

    private static final int CONNECT_TIMEOUT_MS = 2_000;

    private final Replicas replicas;
    private final HttpProxy proxy;

    ApiProxy(Vertx vertx, Upstream upstream, List<Integer> ports, IntPredicate ready) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setKeepAliveTimeout(10));
        replicas = new Replicas(ports, ready);
        proxy = HttpProxy.reverseProxy(new ProxyOptions(), client).origin(this::reach);
        proxy.addInterceptor(new AwayAnswer(upstream));
    }

    void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    private Future<HttpClientRequest> reach(ProxyContext context) {
        String path = context.request().proxiedRequest().path();
        return reach(context.client(), replicas.inOrder(Routes.stickyId(path)).iterator());
    }

    private static Future<HttpClientRequest> reach(HttpClient client, Iterator<Integer> candidates) {
        SocketAddress next = SocketAddress.inetSocketAddress(candidates.next(), "127.0.0.1");
        return client.request(new RequestOptions().setServer(next))
                .recover(refused ->
                        candidates.hasNext() ? reach(client, candidates) : Future.failedFuture(new NotSent(refused)));
    }

    /** Says 503 in our error shape when the service can't be reached or breaks off. */
    private record AwayAnswer(Upstream upstream) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(away(context, failure)));
        }

        /** What is left of the body has nowhere to go, and must be read for the answer to arrive. */
        private static void discardRest(HttpServerRequest request) {
            if (!request.isEnded()) {
                request.handler(nobodyWants -> {}).resume();
            }
        }

        private ProxyResponse away(ProxyContext context, Throwable failure) {
            String what = failure instanceof NotSent
                    ? " does not answer."
                    : " broke off before it answered: the request may have been carried out or not.";
            discardRest(context.request().proxiedRequest());
            return context.request()
                    .response()
                    .setStatusCode(ErrorCode.ERR_UNAVAILABLE.status())
                    .putHeader("content-type", "application/json")
                    .putHeader("access-control-allow-origin", "*")
                    .putHeader("retry-after", "1")
                    .setBody(Body.body(Errors.body(ErrorCode.ERR_UNAVAILABLE, upstream.serviceName() + what)));
        }
    }
}
