package io.directcall.token.key;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.service.VertxContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps the keys in order on every replica: reads what there is, makes the next one when it is due, publishes what is new and withdraws
 * what is over. At the start it publishes all, as the topic may be younger than the keys. The start waits for the database but not for
 * Kafka; until Kafka has a key no token is signed and the service is not ready.
 */
@ApplicationScoped
public class KeyCare {
    private static final Logger LOG = Logger.getLogger(KeyCare.class);
    /** Who asks for a new key waits for Kafka so long at most; it is published later then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StoredKeys stored;
    private final KeyRing ring;
    private final KeyTopic topic;
    private final KeyRotation rotation;
    private final SigningAlgorithm algorithm;
    private final InstantSource clock = InstantSource.system();
    private volatile Cancellable publishing;

    /** Built by the container. */
    public KeyCare(StoredKeys stored, KeyRing ring, KeyTopic topic, KeysConfig config) {
        this.stored = stored;
        this.ring = ring;
        this.topic = topic;
        this.rotation = new KeyRotation(config.lead(), config.rotateEvery());
        this.algorithm = SigningAlgorithm.named(config.algorithm())
                .orElseThrow(() -> new IllegalArgumentException("directcall.keys.algorithm is '" + config.algorithm()
                        + "'. It must be one of ES256, ES384, EdDSA, PS256, RS256."));
    }

    void start(@Observes StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::refresh);
        publishing = publishNew().subscribe().with(done -> LOG.debug("all keys are published"), this::gaveUp);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (publishing != null) {
            publishing.cancel();
        }
    }

    @Scheduled(
            every = "10s",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return refresh()
                .chain(this::publishNew)
                .chain(this::withdrawOver)
                .onFailure()
                .invoke(away -> LOG.warnf("signing keys are looked at again in 10 s: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Makes the next key.
     *
     * @param after how long it is published before it signs
     * @param by who asks for it
     * @return it, or the one that another replica made at the same time
     */
    public Uni<TimedKey> rotate(Duration after, AuditActor by) {
        return load().chain(() -> make(after, by))
                .chain(() -> publishNew()
                        .ifNoItem()
                        .after(PATIENCE)
                        .recoverWithUni(Uni.createFrom().voidItem()))
                .map(done -> ring.all().getLast());
    }

    /** How long a new key is published before it signs, unless somebody says otherwise. */
    public Duration lead() {
        return rotation.lead();
    }

    private Uni<Void> refresh() {
        return load().chain(() -> rotation.isDue(ring.times(), clock.instant())
                ? make(rotation.lead(), AuditActor.SYSTEM)
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> make(Duration after, AuditActor by) {
        return generate()
                .map(pair -> new TimedKey(rotation.next(pair.kid(), ring.times(), after, clock.instant()), pair))
                .chain(key -> stored.add(key, by))
                .chain(this::load);
    }

    /** Away from the event loop, which a key for RSA would keep from everything else for a second at times. */
    private Uni<SigningKeyPair> generate() {
        return Uni.createFrom()
                .item(() -> SigningKeyPair.generate(algorithm))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(VertxContext.ofCaller());
    }

    private Uni<Void> load() {
        return stored.all().invoke(ring::load).replaceWithVoid();
    }

    private Uni<Void> publishNew() {
        return each(
                ring.unpublished(),
                key -> topic.publish(key)
                        .invoke(() -> ring.markPublished(key.times().kid())));
    }

    /** From the topic first: a key that is gone from the database would never be withdrawn. */
    private Uni<Void> withdrawOver() {
        return each(
                KeyRotation.over(ring.times(), clock.instant()),
                key -> topic.withdraw(key.kid()).chain(() -> stored.remove(key.kid())));
    }

    private static <T> Uni<Void> each(List<T> all, Function<? super T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void gaveUp(Throwable failure) {
        LOG.errorf(failure, "the signing keys could not be published");
    }
}
