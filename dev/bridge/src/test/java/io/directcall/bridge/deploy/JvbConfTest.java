package io.directcall.bridge.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/jvb.conf}, read by the parser that Jitsi Videobridge reads it with. */
class JvbConfTest {
    private static final File FILE = new File("../../deploy/jvb.conf");
    private static final Map<String, String> NEEDED = Map.of(
            "JVB_NAME", "jvb-0",
            "JVB_PRIVATE_ADDRESS", "10.0.0.7",
            "JVB_PUBLIC_ADDRESS", "198.51.100.7");

    private static Config read(Map<String, String> environment) {
        ConfigParseOptions strict =
                ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);
        // The parser looks variables up in the file first and in the environment then.
        return ConfigFactory.parseFile(FILE, strict)
                .withFallback(ConfigFactory.parseMap(environment))
                .resolve(ConfigResolveOptions.noSystem());
    }

    private static Config readWith(String variable, String value) {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.put(variable, value);
        return read(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "videobridge.apis.rest.enabled",
                "videobridge.rest.debug.enabled",
                "videobridge.rest.drain.enabled",
                "videobridge.rest.health.enabled",
                "videobridge.rest.prometheus.enabled",
                "videobridge.websockets.enabled"
            })
    void servesWhatTheGatewayAsksFor(String key) {
        // When
        Config config = read(NEEDED);

        // Then
        assertThat(config.getBoolean(key)).isTrue();
    }

    /** Requests for these are refused by the contract suite's bridge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "videobridge.apis.xmpp-client.enabled",
                "videobridge.sctp.enabled",
                "videobridge.relay.enabled",
                "videobridge.speech-activity.enable-silence-detection",
                "ice4j.harvest.udp.use-dynamic-ports"
            })
    void leavesOutWhatNobodyUses(String key) {
        // When
        Config config = read(NEEDED);

        // Then
        assertThat(config.getBoolean(key)).isFalse();
    }

    @Test
    void listensOnThePrivateAddressOnly() {
        // When
        Config config = read(NEEDED);

        // Then
        assertThat(config.getString("videobridge.http-servers.private.host")).isEqualTo("10.0.0.7");
        assertThat(config.getString("videobridge.http-servers.public.host")).isEqualTo("10.0.0.7");
        assertThat(config.getInt("videobridge.http-servers.private.port")).isEqualTo(8080);
    }

    @Test
    void givesUrlsOfItsOwnWebsockets() {
        // When
        Config config = read(NEEDED);

        // Then
        assertThat(config.getString("videobridge.websockets.domain"))
                .isEqualTo("10.0.0.7:" + config.getInt("videobridge.http-servers.public.port"));
        assertThat(config.getString("videobridge.websockets.server-id")).isEqualTo("jvb-0");
        assertThat(config.getBoolean("videobridge.websockets.tls")).isFalse();
    }

    @Test
    void tellsBrowsersItsPublicAddress() {
        // When
        Config mapping = read(NEEDED)
                .getConfigList("ice4j.harvest.mapping.static-mappings")
                .getFirst();

        // Then
        assertThat(mapping.getString("local-address")).isEqualTo("10.0.0.7");
        assertThat(mapping.getString("public-address")).isEqualTo("198.51.100.7");
    }

    /** What the development bridge does too, and the gateway counts on. */
    @Test
    void keepsTheTimesThatTheGatewayCountsOn() {
        // When
        Config config = read(NEEDED);

        // Then
        assertThat(config.getDuration("videobridge.entity-expiration.timeout")).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.getDuration("videobridge.ep-connection-status.first-transfer-timeout"))
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(config.getDuration("videobridge.ep-connection-status.max-inactivity-limit"))
                .isEqualTo(Duration.ofSeconds(8));
        assertThat(config.getDouble("videobridge.load-management.average-participant-stress"))
                .isEqualTo(0.01);
        assertThat(config.getInt("videobridge.cc.initial-max-height-px")).isEqualTo(360);
    }

    @Test
    void hasARegionWhenItIsToldOne() {
        // When
        Config config = readWith("JVB_REGION", "eu");

        // Then
        assertThat(config.getString("videobridge.relay.region")).isEqualTo("eu");
        assertThat(read(NEEDED).hasPath("videobridge.relay.region")).isFalse();
    }

    @Test
    void takesAnotherPortForMedia() {
        // When
        Config config = readWith("JVB_UDP_PORT", "20000");

        // Then
        assertThat(config.getInt("videobridge.ice.udp.port")).isEqualTo(20_000);
        assertThat(read(NEEDED).getInt("videobridge.ice.udp.port")).isEqualTo(10_000);
    }

    @Test
    void servesAnIntranetWhenItIsToldTo() {
        // Given
        Map<String, String> intranet = new HashMap<>(NEEDED);
        intranet.put("JVB_ADVERTISE_PRIVATE", "true");
        intranet.put("JVB_NEEDS_PUBLIC_ADDRESS", "false");

        // When
        Config config = read(intranet);

        // Then
        assertThat(config.getBoolean("videobridge.ice.advertise-private-candidates"))
                .isTrue();
        assertThat(config.getBoolean("videobridge.health.require-valid-address"))
                .isFalse();
    }

    /** Better than one that starts and is never found. */
    @ParameterizedTest
    @ValueSource(strings = {"JVB_NAME", "JVB_PRIVATE_ADDRESS", "JVB_PUBLIC_ADDRESS"})
    void doesNotStartWithoutWhatIsNeeded(String variable) {
        // Given
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.remove(variable);

        // When
        var reading = assertThatThrownBy(() -> read(environment));

        // Then
        reading.isInstanceOf(ConfigException.UnresolvedSubstitution.class).hasMessageContaining(variable);
    }
}
