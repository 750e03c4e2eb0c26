package io.directcall.media.testing;

import static org.awaitility.Awaitility.await;

import io.directcall.service.test.TestCallTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Base of the component tests: the service on real PostgreSQL and Kafka, with the development bridge. Each test has its own session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GatewayTest {
    private KafkaSide kafka;
    private TestCallTokens tokens;

    protected TestSession session;

    @BeforeAll
    void connect() {
        TestBridge.start();
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        String prefix = ConfigProvider.getConfig().getValue("directcall.topic-prefix", String.class);
        kafka = new KafkaSide(servers, prefix);
        tokens = TestCallTokens.start(servers, prefix);
    }

    /** The service knows the test's key when it no longer takes its tokens for forged. */
    private void awaitKey() {
        var probe = new TestSession(kafka, tokens);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> probe.restart("nobody").extract().statusCode() == 404);
    }

    @BeforeEach
    void startSession() {
        TestBridge.start();
        awaitKey();
        session = newSession();
    }

    /** Another one than that of the test. */
    protected TestSession newSession() {
        return new TestSession(kafka, tokens);
    }

    @AfterAll
    void disconnect() {
        kafka.close();
        TestBridge.stop();
    }

    /** What the service answers to somebody else. */
    protected TestCallTokens tokens() {
        return tokens;
    }

    /** What the service publishes. */
    protected KafkaSide kafka() {
        return kafka;
    }

    /** A request without a token. */
    protected RequestSpecification anonymous() {
        return RestAssured.given().contentType("application/json");
    }
}
