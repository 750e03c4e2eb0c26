package io.directcall.service.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves {@code /v3.0/...} as {@code /v3/...}: clients of CometChat's API send the former. */
@Singleton
public class PathAlias {
    /** Before all else, because rerouting starts the request anew and drops headers that were set, those of CORS for example. */
    private static final int FIRST = 1000;

    private static final String ALIAS = "/v3.0/";
    private static final String PATH = "/v3/";

    void register(@Observes Filters filters) {
        filters.register(PathAlias::reroute, FIRST);
    }

    private static void reroute(RoutingContext context) {
        String uri = context.request().uri();
        if (uri.startsWith(ALIAS)) {
            context.reroute(PATH + uri.substring(ALIAS.length()));
        } else {
            context.next();
        }
    }
}
