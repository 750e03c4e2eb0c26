package io.directcall.service.keys;

import io.directcall.contracts.token.SigningKey;
import io.directcall.service.topic.TopicView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/** The public keys known now, by key id. Written by one thread, read by all. */
public class SigningKeys implements TopicView<SigningKey> {
    /** More keys than any rotation leaves alive; beyond it something floods the topic, and memory must stay bounded. */
    static final int MOST = 1000;

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final Map<String, VerificationKey> keys = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** The key with this id, when there is one. */
    public Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
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
    public void add(SigningKey published) {
        if (keys.size() >= MOST && !keys.containsKey(published.kid())) {
            LOG.warnf("kid=%s ignored: %d signing keys are known already", published.kid(), MOST);
            return;
        }
        parse(published).ifPresent(key -> keys.put(published.kid(), key));
    }

    @Override
    public void withdraw(String kid) {
        keys.remove(kid);
    }

    private static Optional<VerificationKey> parse(SigningKey published) {
        try {
            return Optional.of(VerificationKey.parse(published.jwk()));
        } catch (JoseException unusable) {
            LOG.warnf("kid=%s ignored: %s", published.kid(), unusable.getMessage());
            return Optional.empty();
        }
    }
}
