package io.directcall.service.apikey;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.topic.Arrivals;
import io.directcall.service.topic.TopicView;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The API keys that are valid now, by their hashes. Written by one thread, read by all. */
public final class PublishedApiKeys implements TopicView<ApiKey> {
    private static final Logger LOG = Logger.getLogger(PublishedApiKeys.class);

    /** How long a record may be on its way: far longer than it is in normal times. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<SecretHash, ApiKey> keys = new ConcurrentHashMap<>();
    private final Arrivals<SecretHash, ApiKey> arrivals = new Arrivals<>(keys, PATIENCE);
    private volatile boolean complete;

    /** The key with this hash; empty when there is none, or it was not read yet. */
    public Optional<ApiKey> find(SecretHash hash) {
        return Optional.ofNullable(keys.get(hash));
    }

    /** The key with this hash, which was made just now; empty when its record does not come within 1 s. */
    public Uni<Optional<ApiKey>> await(SecretHash hash) {
        return arrivals.await(hash);
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void markComplete() {
        complete = true;
    }

    @Override
    public void add(ApiKey published) {
        Optional<SecretHash> hash = SecretHash.parse(published.hash());
        if (hash.isEmpty() || published.id() == null || published.scope() == null) {
            LOG.warnf("api-key=%s ignored: an API key needs 64 hex digits, an id and a scope", published.id());
            return;
        }
        keys.put(hash.get(), published);
        arrivals.arrived(hash.get(), published);
    }

    @Override
    public void withdraw(String key) {
        SecretHash.parse(key).ifPresent(keys::remove);
    }
}
