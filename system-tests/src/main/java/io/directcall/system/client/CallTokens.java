package io.directcall.system.client;

import io.directcall.contracts.session.Role;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Users and their call tokens, made as an application's server does it. Insists while parts are away. */
public final class CallTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ApiClient api;

    public CallTokens(ApiClient api) {
        this.api = api;
    }

    /** Makes users; those that are there stay. */
    public Future<Void> users(List<String> uids) {
        return Future.all(uids.stream()
                        .map(uid -> Request.asServer(
                                HttpMethod.POST, "/v3/users", Json.write(Map.of("uid", uid, "name", "User " + uid))))
                        .map(request -> api.insist(request, PATIENCE))
                        .toList())
                .mapEmpty();
    }

    /** A call token; fails when none is had in time. */
    public Future<String> of(String sessionId, String uid, Role role) {
        String body = Json.write(Map.of("sessionId", sessionId, "role", role));
        Request request =
                Request.asServer(HttpMethod.POST, "/v3/call_tokens", body).with("onBehalfOf", uid);
        return api.insist(request, PATIENCE).compose(outcome -> {
            String token = outcome.last().data().path("token").asText();
            return token.isEmpty()
                    ? Future.failedFuture("No call token for " + uid + ": " + outcome.last())
                    : Future.succeededFuture(token);
        });
    }

    /** Participants' tokens of one session, in the order of the uids. */
    public Future<List<String>> of(String sessionId, List<String> uids) {
        List<Future<String>> tokens =
                uids.stream().map(uid -> of(sessionId, uid, Role.PARTICIPANT)).toList();
        return Future.all(tokens).map(all -> all.list());
    }
}
