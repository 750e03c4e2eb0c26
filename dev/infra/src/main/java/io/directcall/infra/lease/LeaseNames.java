package io.directcall.infra.lease;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses names so that no two leases meet: not two test runs of one app, nor a test run and the developer's app. */
final class LeaseNames {

    private final Set<String> takenDatabases = new HashSet<>();

    Lease choose(LeaseRequest request) {
        return switch (request.mode()) {
            case TEST ->
                new Lease(database(request, "_test"), request.app() + "-test-" + unique() + ".", request.mode());
            case DEV -> new Lease(devDatabase(request), "dev.", request.mode());
        };
    }

    void free(Lease lease) {
        lease.database().ifPresent(takenDatabases::remove);
    }

    /** The plain name, which is good to remember for psql; with a number for a second test run at the same time. */
    private Optional<String> database(LeaseRequest request, String suffix) {
        if (!request.database()) {
            return Optional.empty();
        }
        String plain = inSql(request.app()) + suffix;
        String name = plain;
        for (int number = 2; !takenDatabases.add(name); number++) {
            name = plain + "_" + number;
        }
        return Optional.of(name);
    }

    private static Optional<String> devDatabase(LeaseRequest request) {
        return request.database() ? Optional.of(inSql(request.app()) + "_dev") : Optional.empty();
    }

    private static String inSql(String app) {
        return app.replace('-', '_');
    }

    /** Consumers of an ended lease may still ask for its topics, so a prefix isn't used twice. */
    private static String unique() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(0x1000000, 0x40000000), 36);
    }
}
