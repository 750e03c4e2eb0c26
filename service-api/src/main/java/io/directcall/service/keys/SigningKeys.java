package io.directcall.service.keys;

import io.directcall.contracts.token.SigningKey;
import io.directcall.service.topic.TopicView;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The public keys known now, by key id. Written by one thread, read by all. */
public class SigningKeys implements TopicView<SigningKey> {
    /** More keys than any rotation leaves alive; beyond it something floods the topic, and memory must stay bounded. */
    static final int MOST = 1000;

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** The key with this id, when there is one. */
    public Optional<PublicKey> find(String kid) {
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

    private static Optional<PublicKey> parse(SigningKey published) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(published.jwk());
            if (jwk.getPublicKey() instanceof ECPublicKey key) {
                return Optional.of(key);
            }
            LOG.warnf("kid=%s ignored: %s is not a key for ES256", published.kid(), ((JsonWebKey) jwk).getKeyType());
        } catch (JoseException unusable) {
            LOG.warnf("kid=%s ignored: %s", published.kid(), unusable.getMessage());
        }
        return Optional.empty();
    }
}
