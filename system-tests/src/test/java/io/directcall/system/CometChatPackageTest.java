package io.directcall.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.directcall.system.browser.Chromium;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.NpmPackage;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** CometChat's own package, unmodified from npm, in a real browser: the half of it that speaks REST works with us. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class CometChatPackageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an application reads of a call, by the package's getters. */
    private static final String SHOW = """
            const show = (call) => ({
              sessionId: call.getSessionID(),
              mode: call.getCallCategory(),
              status: call.getStatus(),
              type: call.getType(),
              initiator: call.getInitiator().getName(),
              initiatorUid: call.getInitiator().getUid(),
              receiver: call.getReceiver().getGuid(),
              receiverType: call.getReceiverType(),
              recorded: call.getHasRecording(),
              recordings: call.getRecordings().length,
              participants: call.getTotalParticipants(),
              duration: call.getTotalDuration(),
              minutes: call.getTotalDurationInMinutes() === call.getTotalVideoMinutes() / 2,
              audioMinutes: call.getTotalAudioMinutes(),
              ended: call.getEndedAt() - call.getInitiatedAt() < 60,
              message: call.getMid().length > 0,
              members: call.getParticipants().map((member) => [
                member.getUid(), member.getName(), member.getHasJoined(), member.getState(),
                member.getDeviceID() === member.getMid(), member.getJoinedAt() <= member.getLeftAt(),
                member.getTotalAudioMinutes(), typeof member.getTotalVideoMinutes(),
                typeof member.getTotalDurationInMinutes(),
              ].join(' ')),
            });
            const init = (host) => CometChatCalls.init(
              new CometChatCalls.CallAppSettingsBuilder().setAppId('app').setRegion('us').setHost(host).build());
            """;

    private final String anna = "anna-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private final List<String> sessions = new ArrayList<>();
    private Api api;
    private String host;
    private String token;
    private Chromium browser;
    private Page page;

    /** Three calls of Anna, of which Ben is in the last. */
    @BeforeAll
    void calls(RunningSuite suite) {
        api = new Api(suite.link());
        host = suite.link() + "v3.0/";
        token = api.authToken(anna);
        String bensToken = api.authToken(ben);
        for (int i = 0; i < 3; i++) {
            String session = Api.newSession();
            sessions.addFirst(session);
            api.joined(session, api.callTokenOf(token, session));
            if (i == 2) {
                api.joined(session, api.callTokenOf(bensToken, session));
            }
            api.asServer().delete("/sessions/{sid}", session).then().statusCode(204);
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        browser = Chromium.start();
        page = browser.blank();
        page.addScriptTag(
                new AddScriptTagOptions().setPath(NpmPackage.file("@cometchat/calls-sdk-javascript/pack/index.js")));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private <T> T run(String script, TypeReference<T> type) throws IOException {
        String function = "async ([host, token, session]) => {" + SHOW + script + "}";
        String answer = (String) page.evaluate(function, List.of(host, token, sessions.getFirst()));
        return JSON.readValue(answer, type);
    }

    @Test
    void itReadsTheDetailsOfACall() throws IOException {
        // When
        List<Map<String, Object>> calls = run("""
                await init(host);
                return JSON.stringify((await CometChatCalls.getCallDetails(session, token)).map(show));
                """, new TypeReference<>() {});

        // Then
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .contains(
                                entry("sessionId", sessions.getFirst()),
                                entry("mode", "meet"),
                                entry("status", "ended"),
                                entry("type", "video"),
                                entry("initiator", anna),
                                entry("initiatorUid", anna),
                                entry("receiver", sessions.getFirst()),
                                entry("receiverType", "group"),
                                entry("recorded", false),
                                entry("recordings", 0),
                                entry("participants", 2),
                                entry("audioMinutes", 0),
                                entry("ended", true),
                                entry("message", true))
                        .hasEntrySatisfying(
                                "duration",
                                duration -> assertThat((String) duration).matches("00:00:\\d\\d"))
                        .containsEntry(
                                "members",
                                List.of(
                                        anna + " " + anna + " true ended true true 0 number number",
                                        ben + " " + ben + " true ended true true 0 number number")));
    }

    @Test
    void itPagesThroughTheCallsOfAUser() throws IOException {
        // When
        Map<String, List<String>> pages = run("""
                await init(host);
                const request = new CometChatCalls.CallLogRequestBuilder().setLimit(2).setAuthToken(token)
                  .setCallCategory('meet').setCallStatus('ended').setCallType('video').setCallDirection('outgoing').build();
                const ids = (calls) => calls.map((call) => call.getSessionID());
                return JSON.stringify({
                  first: ids(await request.fetchNext()),
                  second: ids(await request.fetchNext()),
                  end: ids(await request.fetchNext()),
                  back: ids(await request.fetchPrevious()),
                });
                """, new TypeReference<>() {});

        // Then
        assertThat(pages)
                .containsEntry("first", sessions.subList(0, 2))
                .containsEntry("second", sessions.subList(2, 3))
                .containsEntry("end", List.of())
                .containsEntry("back", sessions.subList(0, 2));
    }

    @Test
    void itFiltersByUserAndDirection() throws IOException {
        // When
        List<List<String>> found = run("""
                await init(host);
                const calls = () => new CometChatCalls.CallLogRequestBuilder().setAuthToken(token);
                const fetch = async (builder) => (await builder.build().fetchNext()).map((call) => call.getSessionID());
                return JSON.stringify([
                  await fetch(calls().setUid('%1$s')),
                  await fetch(calls().setGuid(session)),
                  await fetch(calls().setCallDirection('incoming')),
                  await fetch(calls().setCallStatus('missed')),
                  await fetch(calls().setHasRecording(true)),
                ]);
                """.formatted(ben), new TypeReference<>() {});

        // Then
        List<String> last = sessions.subList(0, 1);
        assertThat(found).containsExactly(last, last, List.of(), List.of(), List.of());
    }

    @Test
    void itGetsACallTokenThatLetsJoin() throws IOException {
        // Given
        String session = Api.newSession();
        // Not Anna's: the session that is joined would be in her history as soon as it has ended.
        String stranger = api.authToken("carl-" + UUID.randomUUID());

        // When
        Map<String, String> answer = run("""
                await init(host);
                return JSON.stringify(await CometChatCalls.generateToken('%s', '%s'));
                """.formatted(session, stranger), new TypeReference<>() {});

        // Then
        api.join(session, answer.get("token")).then().statusCode(201);
    }

    @Test
    void itsOwnCheckAcceptsTheCallTokenThatItGot() throws IOException {
        // Given
        String session = Api.newSession();
        Map<String, String> answer = run("""
                await init(host);
                return JSON.stringify(await CometChatCalls.generateToken('%s', token));
                """.formatted(session), new TypeReference<>() {});

        // When
        Response check = checkOf(answer.get("token"));

        // Then
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.request().headerValue("callToken")).isEqualTo(answer.get("token"));
        assertThat(JSON.readTree(check.body())
                        .at("/data/payload/data/sessionId")
                        .textValue())
                .isEqualTo(session);
    }

    @Test
    void itsOwnCheckRefusesAForgedCallToken() throws IOException {
        // Given
        String token = api.callToken(Api.newSession());
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);

        // When
        Response check = checkOf(forged);

        // Then
        assertThat(check.status()).isEqualTo(401);
        assertThat(JSON.readTree(check.body()).at("/error/code").textValue())
                .isEqualTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE");
    }

    private boolean isCheck(Response response) {
        return response.url().equals(host + "call_tokens")
                && response.request().method().equals("GET");
    }

    /**
     * The answer to the check that the package makes before it starts a call, which is the only way to its {@code verifyToken}. What it
     * does after that is its media half, which is not to reach anybody.
     */
    private Response checkOf(String callToken) {
        page.route(url -> !url.startsWith(host), Route::abort);
        String start = "async ([host, callToken]) => {" + SHOW + """
                const settings = new CometChatCalls.CallSettingsBuilder().build();
                const element = document.body.appendChild(document.createElement('div'));
                await init(host);
                CometChatCalls.startSession(callToken, settings, element);
                }""";
        return page.waitForResponse(this::isCheck, () -> page.evaluate(start, List.of(host, callToken)));
    }

    @Test
    void itIsToldWhatIsWrong() throws IOException {
        // When
        Map<String, String> refusal = run("""
                await init(host);
                try {
                  await CometChatCalls.getCallDetails('never-was', token);
                } catch (error) {
                  return JSON.stringify({ code: error.code, message: error.message });
                }
                return '{}';
                """, new TypeReference<>() {});

        // Then
        assertThat(refusal)
                .containsEntry("code", "ERR_CALL_SESSION_NOT_FOUND")
                .containsEntry("message", "There is no session with this id.");
    }
}
