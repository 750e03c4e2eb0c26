package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "directcall.webhooks.crm.url",
            "https://crm.example/hooks?a=1",
            "directcall.webhooks.crm.secret",
            Given.SECRET));

    private Targets targets() {
        return Targets.of(new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(WebhookConfig.class));
    }

    @Test
    void byDefaultThereAreNone() {
        // Given
        properties.clear();

        // When
        Targets targets = targets();

        // Then
        assertThat(targets.all()).isEmpty();
    }

    @Test
    void byDefaultATargetHearsOfAllAndMustBePublic() {
        // When
        Targets targets = targets();

        // Then
        assertThat(targets.all()).singleElement().satisfies(target -> {
            assertThat(target.triggers()).containsExactlyInAnyOrder(Trigger.values());
            assertThat(target.allowPrivate()).isFalse();
            assertThat(target.port()).isEqualTo(443);
            assertThat(target.requestUri()).isEqualTo("/hooks?a=1");
        });
    }

    @Test
    void aTargetChoosesTriggers() {
        // Given
        properties.put("directcall.webhooks.crm.triggers", "meeting_started, meeting_ended");

        // When
        Targets targets = targets();

        // Then
        assertThat(targets.all().getFirst().triggers())
                .containsExactlyInAnyOrder(Trigger.MEETING_STARTED, Trigger.MEETING_ENDED);
    }

    @Test
    void aTargetDecidesForItselfWhetherItMayBePrivate() {
        // Given
        properties.put("directcall.webhook-delivery.allow-private", "true");
        properties.put("directcall.webhooks.public.url", "http://[2606:4700::1]:81");
        properties.put("directcall.webhooks.public.secret", Given.SECRET);
        properties.put("directcall.webhooks.public.allow-private", "false");

        // When
        Targets targets = targets();

        // Then
        assertThat(targets.all())
                .extracting(Target::name, Target::allowPrivate, Target::host, Target::port, Target::requestUri)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("crm", true, "crm.example", 443, "/hooks?a=1"),
                        org.assertj.core.groups.Tuple.tuple("public", false, "2606:4700::1", 81, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://crm.example", "crm.example", "https:///path", "https://ada:secret@crm.example", "::"})
    void aUrlThatCanNotBePostedToStopsTheStart(String url) {
        // Given
        properties.put("directcall.webhooks.crm.url", url);

        // When
        var start = assertThatThrownBy(this::targets);

        // Then
        start.isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("directcall.webhooks.crm.url ")
                .doesNotContain("ada:secret");
    }

    @Test
    void anUnknownTriggerStopsTheStart() {
        // Given
        properties.put("directcall.webhooks.crm.triggers", "meeting_started,meeting_cancelled");

        // When
        var start = assertThatThrownBy(this::targets);

        // Then
        start.hasMessage("directcall.webhooks.crm.triggers has an unknown trigger 'meeting_cancelled'");
    }

    @Test
    void aWrongSecretStopsTheStartAndIsNotRepeated() {
        // Given
        properties.put("directcall.webhooks.crm.secret", "hunter2");

        // When
        var start = assertThatThrownBy(this::targets);

        // Then
        start.message()
                .startsWith("directcall.webhooks.crm.secret must be whsec_")
                .doesNotContain("hunter2");
    }

    @Test
    void nothingThatIsLoggedShowsTheSecret() {
        // When
        String text = targets().toString();

        // Then
        assertThat(text).contains("crm").doesNotContain(Given.SECRET.substring(6));
    }
}
