package io.directcall.session.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers the request at hand, as before when its {@code Idempotency-Key} came before. */
@RequestScoped
public class Requests {
    private static final String HEADER = "Idempotency-Key";

    private final HttpHeaders headers;
    private final Request request;
    private final UriInfo uri;
    private final Once once;
    private final ObjectMapper json;

    Requests(HttpHeaders headers, Request request, UriInfo uri, Once once, ObjectMapper json) {
        this.headers = headers;
        this.request = request;
        this.uri = uri;
        this.once = once;
        this.json = json;
    }

    /** Who asks: the same uid stands for the same subject, by whichever token. */
    public sealed interface Subject {
        /** A user. */
        record User(String uid) implements Subject {}

        /** The application's server on its own behalf. */
        record Server() implements Subject {}
    }

    /**
     * Does the work and answers with what it replies.
     *
     * @param body what the request was understood as; unknown fields and the order of fields make no difference
     * @param work one attempt in a transaction, see {@link io.directcall.session.store.Transactions#in}
     * @return fails as the work does, with {@code ERR_BAD_REQUEST} for a key that is none, and with {@code ERR_IDEMPOTENCY_KEY_REUSED}
     */
    public Uni<RestResponse<String>> answer(Subject subject, Object body, Function<Mutiny.Session, Uni<Reply>> work) {
        return once.run(key(subject, body), db -> work.apply(db).map(this::written))
                .map(Requests::response);
    }

    private Optional<RequestKey> key(Subject subject, Object body) {
        return Optional.ofNullable(headers.getHeaderString(HEADER))
                .map(key -> RequestKey.of(nameOf(subject), operation(), key, fingerprinted(body)));
    }

    private String operation() {
        return request.getMethod() + " " + uri.getPath();
    }

    private static String nameOf(Subject subject) {
        return switch (subject) {
            case Subject.User user -> "user " + user.uid();
            case Subject.Server ignored -> "server";
        };
    }

    private byte[] fingerprinted(Object body) {
        try {
            return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Can't write as JSON: " + body.getClass(), e);
        }
    }

    private Answer written(Reply reply) {
        try {
            String body = reply.body() == null ? null : json.writeValueAsString(reply.body());
            return new Answer(reply.status(), body, Optional.of(reply.outcome()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Can't write as JSON: " + reply.body().getClass(), e);
        }
    }

    private static RestResponse<String> response(Answer answer) {
        var response = RestResponse.ResponseBuilder.<String>create(answer.status());
        return answer.body() == null
                ? response.build()
                : response.entity(answer.body())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
