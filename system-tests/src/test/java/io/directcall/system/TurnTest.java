package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.directcall.system.browser.Chromium;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Coturn;
import io.directcall.system.support.DevelopmentBridges;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that reach the bridge by a real TURN server only, which lets nobody in whom session-service has not given credentials. */
@DevelopmentBridges
class TurnTest {
    private static final Path STATE = Path.of("target/suite-turn");
    private static final String SECRET = "the-secret-of-the-system-tests";

    /** Asks a TURN server for a relay, and says which candidates it got and with which codes it was refused. */
    private static final String GATHER = """
            async (server) => {
              const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
              const found = [];
              connection.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.type);
              connection.onicecandidateerror = ({ errorCode }) => found.push(`refused ${errorCode}`);
              const done = new Promise((resolve) => {
                connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
              });
              connection.createDataChannel('any');
              await connection.setLocalDescription();
              await done;
              connection.close();
              return [...new Set(found)];
            }""";

    /** A client that has credentials of its own making. */
    private static final String WRONG_CREDENTIAL = """
            const Real = RTCPeerConnection;
            window.refusals = [];
            window.RTCPeerConnection = class extends Real {
              constructor(configuration) {
                for (const server of configuration.iceServers) server.credential = 'guessed';
                super(configuration);
                this.addEventListener('icecandidateerror', ({ errorCode }) => window.refusals.push(errorCode));
              }
            };""";

    private static Coturn coturn;
    private static RunningSuite suite;
    private static Chromium browser;

    private Api api;
    private Gathering call;

    @BeforeAll
    static void start() throws IOException {
        coturn = Coturn.start(STATE.resolve("coturn"), SECRET);
        suite = RunningSuite.startAfresh(
                SharedSuite.CHECKOUT,
                STATE,
                Map.of("DIRECTCALL_TURN_URLS", coturn.url(), "DIRECTCALL_TURN_SECRET", SECRET));
        browser = Chromium.startOnLoopback();
    }

    @AfterAll
    static void stop() {
        browser.close();
        suite.close();
        coturn.close();
    }

    @BeforeEach
    void gather() {
        api = new Api(suite.link());
        call = new Gathering(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    private DemoPage join(Guest guest) {
        return call.joinIn(browser, guest);
    }

    private Guest guest(String name) {
        return Guest.of(call.session(), name);
    }

    @Test
    void pictures_flow_through_the_relay_both_ways_also_after_a_restart_with_fresh_credentials() {
        // Given
        DemoPage ada = join(guest("Ada").with("relay", "1"));
        DemoPage grace = join(guest("Grace"));
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        assertThat(ada.way()).isEqualTo("relay");
        ada.page().evaluate("() => { const now = Date.now; Date.now = () => now() + 120_000; }");

        // When
        Response fresh = ada.page().waitForResponse("**/ice-servers", ada::loseConnections);

        // Then
        assertThat(fresh.status()).isEqualTo(200);
        within(20).until(() -> ada.way().equals("relay"));
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
    }

    @Test
    void a_page_with_a_guessed_credential_has_no_media() {
        // Given
        join(guest("Grace"));

        // When
        DemoPage mallory = join(guest("Mallory").with("relay", "1").withScript(WRONG_CREDENTIAL));

        // Then
        within(20).until(() -> (Boolean) mallory.page().evaluate("() => window.refusals.includes(401)"));
        assertThat(mallory.way()).isEqualTo("none");
        assertThat(Gathering.camera(mallory, "Grace").packetsReceived()).isZero();
    }

    @Test
    void the_relay_is_for_credentials_that_are_neither_guessed_nor_expired() throws GeneralSecurityException {
        // Given
        String given = "data.iceServers[0].";
        var joined = api.join(call.session(), api.callToken(call.session()))
                .then()
                .statusCode(201)
                .extract();
        String username = joined.path(given + "username");
        String credential = joined.path(given + "credential");
        String participant = username.substring(username.indexOf(':') + 1);
        String expired = Instant.now().minus(Duration.ofMinutes(1)).getEpochSecond() + ":" + participant;
        String later = Instant.now().plus(Duration.ofDays(1)).getEpochSecond() + ":" + participant;

        // When
        Page page = browser.blank();
        List<String> asGiven = gathered(page, username, credential);
        List<String> guessed = gathered(page, username, hmac("another secret", username));
        List<String> tooLate = gathered(page, expired, hmac(SECRET, expired));
        List<String> prolonged = gathered(page, later, credential);

        // Then
        assertThat(asGiven).contains("relay").doesNotContain("refused 401");
        assertThat(List.of(guessed, tooLate, prolonged))
                .allSatisfy(found -> assertThat(found).contains("refused 401").doesNotContain("relay"));
    }

    private static List<String> gathered(Page page, String username, String credential) {
        Map<String, Object> server =
                Map.of("urls", List.of(coturn.url()), "username", username, "credential", credential);
        return ((List<?>) page.evaluate(GATHER, server))
                .stream().map(String.class::cast).toList();
    }

    /** As the TURN server computes it. */
    private static String hmac(String secret, String username) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    }
}
