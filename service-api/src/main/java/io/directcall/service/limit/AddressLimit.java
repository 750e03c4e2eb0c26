package io.directcall.service.limit;

import io.directcall.service.error.ApiException;
import io.directcall.service.error.RouteErrors;
import io.directcall.service.http.BodyLimit;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Counts each request for the address it comes from, before its body is read and its credentials are checked. */
@Singleton
public class AddressLimit {
    private static final Logger LOG = Logger.getLogger(AddressLimit.class);

    /** After CORS (300), so that a browser may read the refusal and its preflight requests don't count. */
    private static final int AFTER_CORS = 280;

    /** What the operator's own probes and collectors ask; an ingress does not pass it on. */
    private static final String OPERATORS = "/q/";

    private final RequestLimits limits;
    private final ClientAddress addresses;
    private final RouteErrors errors;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Built by the container. */
    public AddressLimit(RequestLimits limits, ClientAddress addresses, RouteErrors errors) {
        this.limits = limits;
        this.addresses = addresses;
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORS);
    }

    private void check(RoutingContext context) {
        // The path as the router sees it: /q/../v3/users is one of the API.
        if (context.normalizedPath().startsWith(OPERATORS) || admits(context)) {
            context.next();
        }
    }

    private boolean admits(RoutingContext context) {
        try {
            limits.admit(ClientAddress.counted(addresses.of(context.request())));
            return true;
        } catch (ApiException refused) {
            warnOfUnknownProxy(context);
            BodyLimit.refuse(context, errors, refused);
            return false;
        }
    }

    /** Once: an ingress that was forgotten shares one limit among all clients. */
    private void warnOfUnknownProxy(RoutingContext context) {
        if (addresses.proxies() == 0
                && context.request().getHeader(ClientAddress.HEADER) != null
                && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "address=%s is refused, and may be a proxy of many: then set directcall.limits.proxies",
                    addresses.of(context.request()));
        }
    }
}
