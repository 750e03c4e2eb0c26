package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.Sender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides whether a user and an address may have one more stream open. Safe for use by many threads. */
final class StreamLimits {
    /** Nobody knows when a stream ends: long enough that those who ask again and again cost little. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final Limit users;
    private final Limit addresses;

    /** 0 is no limit. */
    StreamLimits(int perUser, int perAddress, MeterRegistry metrics) {
        this.users = new Limit("user", "this user", perUser, metrics);
        this.addresses = new Limit("address", "this address", perAddress, metrics);
    }

    /**
     * Counts a stream. One that the application's server opens for a user counts for neither: its key may do everything, and many users
     * share its address.
     *
     * @return to be run when the stream has ended, or was not opened after all; more often does no harm
     * @throws ApiException 429 {@code ERR_TOO_MANY_REQUESTS} when there are as many as allowed
     */
    Runnable take(Sender.Address address, Sender.Proved holder) {
        return switch (holder) {
            case Sender.ApiKey ignored -> () -> {};
            case Sender.User user -> {
                users.take(user.id());
                try {
                    addresses.take(address.id());
                } catch (ApiException refused) {
                    users.release(user.id());
                    throw refused;
                }
                var open = new AtomicBoolean(true);
                yield () -> {
                    if (open.getAndSet(false)) {
                        users.release(user.id());
                        addresses.release(address.id());
                    }
                };
            }
        };
    }

    /** How many users and addresses are counted: only who has a stream takes memory. */
    int counted() {
        return users.open.size() + addresses.open.size();
    }

    private static final class Limit {
        private final String whose;
        private final int most;
        private final Counter refused;
        private final Map<String, Integer> open = new ConcurrentHashMap<>();

        private Limit(String kind, String whose, int most, MeterRegistry metrics) {
            this.whose = whose;
            this.most = most;
            this.refused = Counter.builder("events.streams.refused")
                    .description("Streams that were refused because their user or address has too many open")
                    .tag("limit", kind)
                    .register(metrics);
        }

        private void take(String sender) {
            int now = open.merge(sender, 1, Integer::sum);
            if (most > 0 && now > most) {
                release(sender);
                refused.increment();
                throw new ApiException(
                        ErrorCode.ERR_TOO_MANY_REQUESTS,
                        "There are " + most + " event streams of " + whose
                                + " already. Close one, or wait for the seconds in 'Retry-After'.",
                        ASK_AGAIN);
            }
        }

        private void release(String sender) {
            open.computeIfPresent(sender, (id, count) -> count == 1 ? null : count - 1);
        }
    }
}
