package io.directcall.service.test;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.auth.SecretHash;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes API keys in place of token-service, by publishing them. The service under test knows them a moment later. */
public final class TestApiKeys {
    private final TestTopic keys;

    private TestApiKeys(TestTopic keys) {
        this.keys = keys;
    }

    /** For the application under test, whose configuration it reads. */
    public static TestApiKeys start() {
        Config config = ConfigProvider.getConfig();
        return new TestApiKeys(new TestTopic(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getOptionalValue("directcall.topic-prefix", String.class).orElse(""),
                Topic.API_KEYS));
    }

    /** Publishes a new key; returns it when Kafka has it. */
    public String key(ApiKeyScope scope) {
        String key = ApiKey.START + UUID.randomUUID();
        String hash = SecretHash.of(key).hex();
        keys.publish(hash, new ApiKey(hash, UUID.randomUUID().toString(), scope));
        return key;
    }

    /** Publishes that the key is not valid any more. */
    public void revoke(String key) {
        keys.publish(SecretHash.of(key).hex(), null);
    }
}
