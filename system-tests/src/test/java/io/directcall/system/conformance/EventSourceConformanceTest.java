package io.directcall.system.conformance;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import io.directcall.system.browser.Chromium;
import io.directcall.system.conformance.Room.Person;
import io.directcall.system.conformance.StreamCases.StreamCase;
import io.directcall.system.conformance.StrictParser.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Chromium's own {@code EventSource}. A page can't give it headers, and a token in the address would end up in logs: so the browser's
 * network layer adds the header to the request, and all the rest is as a page has it.
 */
@ExtendWith(Target.Resolver.class)
class EventSourceConformanceTest {
    private static final List<String> TYPES =
            List.of("message", "ParticipantJoined", "ParticipantUpdated", "ParticipantLeft", "gap", "end");

    /** Listens to all types that are named, and keeps what it is told. */
    private static final String LISTEN = """
            ([url, types]) => {
              window.told = [];
              window.opened = 0;
              window.source = new EventSource(url);
              source.onopen = () => window.opened++;
              for (const type of types) source.addEventListener(type, (event) => told.push([event.type, event.data, event.lastEventId]));
            }""";

    private static Chromium browser;

    private Target target;
    private Room room;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void connect(Target tested) {
        target = tested;
        room = new Room(tested.api());
    }

    /** That the cases, which the other parsers are held to, are what a browser does. */
    @Test
    void tells_of_each_raw_stream_what_the_parsers_tell() throws IOException {
        // Given
        List<StreamCase> cases = StreamCases.all();
        HttpServer server = serve(cases);
        try (Page page = browser.blank()) {
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            for (int i = 0; i < cases.size(); i++) {
                StreamCase one = cases.get(i);

                // When
                page.evaluate(
                        LISTEN,
                        List.of(
                                "/" + i,
                                one.events().stream()
                                        .map(Event::type)
                                        .distinct()
                                        .toList()));
                page.waitForFunction("opened > 0 && source.readyState !== 1");
                page.evaluate("source.close()");

                // Then
                assertThat(told(page)).as(one.name()).isEqualTo(one.events());
            }
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(List<StreamCase> cases) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            boolean isCase = path.matches("[0-9]+");
            byte[] body = isCase ? cases.get(Integer.parseInt(path)).bytes() : new byte[0];
            exchange.getResponseHeaders().set("content-type", isCase ? "text/event-stream" : "text/html");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static List<Event> told(Page page) {
        @SuppressWarnings("unchecked")
        List<List<String>> told = (List<List<String>>) page.evaluate("told");
        return told.stream()
                .map(event -> new Event(event.get(0), event.get(1), event.get(2)))
                .toList();
    }

    private Page listen(Person who, URI stream) {
        Page page = browser.blank();
        page.navigate(target.base().resolve("demo-config.json").toString());
        page.route("**/events?*", route -> route.resume(new Route.ResumeOptions().setHeaders(with(route, who))));
        page.evaluate(LISTEN, List.of(stream.toString(), TYPES));
        return page;
    }

    private static Map<String, String> with(Route route, Person who) {
        Map<String, String> headers = new HashMap<>(route.request().headers());
        headers.put("calltoken", who.callToken());
        return headers;
    }

    private static List<String> changes(Page page) {
        // Also lets the browser's own events through.
        return told(page).stream()
                .filter(event -> event.type().equals("ParticipantUpdated"))
                .map(Event::data)
                .toList();
    }

    @Test
    void tells_the_same_as_the_strict_parser_and_stays_away_after_the_end() {
        // Given
        Person ada = room.join("participant");
        room.join("participant");
        try (Page page = listen(ada, target.stream(room.fromJoin(ada)));
                LiveStream strict = LiveStream.open(target.stream(room.fromJoin(ada)), "callToken", ada.callToken())) {
            // When
            room.wave(ada, 5);
            within(20).until(() -> changes(page).size() == 5);
            room.leave(ada);

            // Then: it comes back once, by itself, and is told to stay away
            page.waitForFunction("source.readyState === 2");
            strict.awaitEnd();
            assertThat(told(page))
                    .isEqualTo(strict.events().stream()
                            .filter(event -> TYPES.contains(event.type()))
                            .toList());
            assertThat(page.evaluate("opened")).isEqualTo(1);
        }
    }

    @Test
    void resumes_by_itself_after_each_cut_with_each_event_once() throws IOException {
        // Given
        assumeTrue(target.base().getScheme().equals("http"), "a connection with TLS can't be led through a wire");
        Person ada = room.join("participant");
        try (Wire wire = new Wire(target.base());
                Page page = listen(ada, wire.through(target.stream(room.fromJoin(ada))))) {
            for (int cuts = 1; cuts <= 2; cuts++) {
                room.wave(ada, 4);
                int all = 4 * cuts;
                within(20).until(() -> changes(page).size() >= all);

                // When
                wire.cut();
            }
            room.wave(ada, 4);

            // Then
            within(20).until(() -> changes(page).size() >= 12);
            assertThat(changes(page)).hasSize(12).doesNotHaveDuplicates();
            assertThat(page.evaluate("opened")).isEqualTo(3);
        }
    }
}
