package io.directcall.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Stands for a service's aggregate: whoever appends messages for its id also changes it, under optimistic lock. */
@Entity
@Table(name = "counters")
class Counter {
    @Id
    private String id;

    @Version
    private long version;

    private long seq;

    protected Counter() {}

    Counter(String id) {
        this.id = id;
    }

    long next() {
        return ++seq;
    }

    long seq() {
        return seq;
    }

    long version() {
        return version;
    }

    String id() {
        return id;
    }
}
