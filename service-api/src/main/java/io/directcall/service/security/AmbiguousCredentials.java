package io.directcall.service.security;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.error.RouteErrors;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses a request whose headers offer two credentials of a kind. What looks at requests on their way, a proxy or a log, may go by the one
 * and the service by the other.
 */
@Singleton
public class AmbiguousCredentials {
    private static final List<String> HEADERS =
            List.of("apikey", "authToken", "callToken", "onBehalfOf", "Authorization");

    /** After CORS (300), so that a browser may read the refusal. */
    private static final int AFTER_CORS = 240;

    private final RouteErrors errors;

    /** Built by the container. */
    public AmbiguousCredentials(RouteErrors errors) {
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORS);
    }

    private void check(RoutingContext context) {
        Optional<String> found = found(name -> context.request().headers().getAll(name));
        if (found.isEmpty()) {
            context.next();
            return;
        }
        context.request().resume();
        errors.send(context, new ApiException(ErrorCode.ERR_BAD_REQUEST, found.get()));
    }

    /**
     * What the caller should change; empty when nothing is ambiguous.
     *
     * @param headers all values of a header by its name
     */
    static Optional<String> found(Function<String, List<String>> headers) {
        return HEADERS.stream()
                .filter(name -> headers.apply(name).size() > 1)
                .findFirst()
                .map(name -> "The header '" + name + "' is there twice. Send it once.")
                .or(() -> callTokensDiffer(headers)
                        ? Optional.of("The call tokens of 'callToken' and 'Authorization' differ. Send one of them.")
                        : Optional.empty());
    }

    private static boolean callTokensDiffer(Function<String, List<String>> headers) {
        String own = CredentialHeaders.callToken(name -> name.equals("callToken") ? first(headers, name) : null);
        String bearer = CredentialHeaders.callToken(name -> name.equals("Authorization") ? first(headers, name) : null);
        return own != null && bearer != null && !own.equals(bearer);
    }

    private static String first(Function<String, List<String>> headers, String name) {
        return headers.apply(name).stream().findFirst().orElse(null);
    }
}
