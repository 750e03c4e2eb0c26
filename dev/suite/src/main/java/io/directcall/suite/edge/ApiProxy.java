package io.directcall.suite.edge;

import io.directcall.contracts.error.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** Passes requests on to one service, byte by byte as they come, so that event streams are not held up. */
final class ApiProxy {
    /** Event streams keep a connection each; a small pool would let the 6th browser wait for ever. */
    private static final int MAX_CONNECTIONS = 2_000;

    private static final int CONNECT_TIMEOUT_MS = 2_000;

    private final HttpProxy proxy;

    ApiProxy(Vertx vertx, Upstream upstream, int port) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setKeepAliveTimeout(10));
        proxy = HttpProxy.reverseProxy(new ProxyOptions(), client).origin(port, "127.0.0.1");
        proxy.addInterceptor(new AwayAnswer(upstream));
    }

    void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    /** Says 503 in our error shape when the service can't be reached. */
    private record AwayAnswer(Upstream upstream) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(away(context)));
        }

        private ProxyResponse away(ProxyContext context) {
            String what = upstream.serviceName() + " does not answer.";
            return context.request()
                    .release()
                    .response()
                    .setStatusCode(ErrorCode.ERR_UNAVAILABLE.status())
                    .putHeader("content-type", "application/json")
                    .putHeader("access-control-allow-origin", "*")
                    .putHeader("retry-after", "1")
                    .setBody(Body.body(Errors.body(ErrorCode.ERR_UNAVAILABLE, what)));
        }
    }
}
