package io.directcall.service.test;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All operations of the service under test whose path names an object, as its OpenAPI document has them: none is forgotten. */
public final class Operations {
    private static final List<String> METHODS =
            Arrays.stream(Method.values()).map(Enum::name).toList();

    private Operations() {}

    /**
     * Asks each operation that has one of the parameters in its path.
     *
     * @param ids values of all parameters of these paths
     * @param bodies by operation ({@code POST /v3/...}); <code>{}</code> where there is none
     * @param request with the credentials to try, made anew for each
     * @return statuses by operation
     */
    public static Map<String, Integer> statuses(
            List<String> parameters,
            Map<String, String> ids,
            Map<String, String> bodies,
            Supplier<RequestSpecification> request) {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        Map<String, Integer> statuses = new TreeMap<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .map(key -> key.toUpperCase(Locale.ROOT))
                .filter(METHODS::contains)
                .filter(method -> parameters.stream().anyMatch(name -> path.contains("{" + name + "}")))
                .forEach(method -> {
                    String operation = method + " " + path;
                    RequestSpecification asked = request.get().pathParams(idsOf(path, ids));
                    statuses.put(operation, send(asked, method, path, bodies.getOrDefault(operation, "{}")));
                }));
        return statuses;
    }

    private static Map<String, String> idsOf(String path, Map<String, String> ids) {
        Map<String, String> used = new TreeMap<>(ids);
        used.keySet().removeIf(name -> !path.contains("{" + name + "}"));
        return used;
    }

    private static int send(RequestSpecification request, String method, String path, String body) {
        RequestSpecification sent = method.equals("GET")
                ? request
                : request.contentType(ContentType.JSON).body(body);
        return sent.request(method, path).statusCode();
    }
}
