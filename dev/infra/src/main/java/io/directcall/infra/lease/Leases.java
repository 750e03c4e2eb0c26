package io.directcall.infra.lease;

import io.directcall.infra.kafka.Topics;
import io.directcall.infra.postgres.Databases;

/** Grants leases and takes them back, one at a time. */
public final class Leases {

    private final Databases databases;
    private final Topics topics;
    private final LeaseNames names = new LeaseNames();

    /** Leases on these two servers. */
    public Leases(Databases databases, Topics topics) {
        this.databases = databases;
        this.topics = topics;
    }

    synchronized Lease grant(LeaseRequest request) {
        Lease lease = names.choose(request);
        switch (lease.mode()) {
            case TEST -> lease.database().ifPresent(databases::recreate);
            case DEV -> lease.database().ifPresent(databases::create);
        }
        topics.create(lease.topicPrefix());
        return lease;
    }

    synchronized void end(Lease lease) {
        names.free(lease);
        if (lease.mode() == LeaseRequest.Mode.TEST) {
            // The database stays for a look at what a failed test left; the next lease of the name makes it anew.
            topics.delete(lease.topicPrefix());
        }
    }
}
