package io.directcall.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Makes a relay stand between two of its steps, by what it needs from PostgreSQL or Kafka for the next one. */
enum Hold {
    /** The lane is locked, the rows can't be read. */
    LOCKED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            run(holder, "lock table outbox in access exclusive mode");
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return blocked(pool, "select id, topic%");
        }
    },
    /** The rows are read, and can't be sent. */
    READ {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) throws Exception {
            gate.shut();
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return locked(pool, lane);
        }
    },
    /** The rows are sent, and do not arrive. */
    SENT {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            gate.holdAppendsAfter(0);
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return gate.holds();
        }
    },
    /** A part of the rows has arrived. */
    PARTLY_ARRIVED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            gate.holdAppendsAfter(1);
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return gate.holds();
        }
    },
    /** The rows have arrived, and the relay does not hear of it. */
    ARRIVED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            gate.holdAnswers();
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return gate.holds();
        }
    },
    /** All is acknowledged, and the rows can't be deleted. */
    ACKNOWLEDGED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            run(holder, "select 1 from outbox where lane = " + lane + " for update");
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return blocked(pool, "delete from outbox%");
        }
    },
    /** The rows are deleted, and it can't be committed. The trigger is that of the test's migration. */
    DELETED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            run(holder, "select pg_advisory_xact_lock(" + COMMIT_LOCK + ")");
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return blocked(pool, "commit");
        }
    },
    /** A batch is committed, others wait. */
    COMMITTED {
        @Override
        void begin(SqlConnection holder, Gate gate, int lane) {
            // Nothing is held.
        }

        @Override
        boolean reached(Pool pool, Gate gate, int lane) {
            return Rows.left(pool, lane) < KillTest.BEFORE * KillTest.KEYS;
        }
    };

    /** What the trigger waits for. */
    static final int COMMIT_LOCK = 4711;

    /** @param holder has an open transaction, whose end lets go what the relay waits for */
    abstract void begin(SqlConnection holder, Gate gate, int lane) throws Exception;

    abstract boolean reached(Pool pool, Gate gate, int lane);

    private static void run(SqlConnection connection, String statement) {
        connection.query(statement).execute().await().indefinitely();
    }

    private static boolean blocked(Pool pool, String query) {
        return Rows.count(pool, """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like $1""", Tuple.of(query)) > 0;
    }

    /** Whether a relay holds the lane. */
    static boolean locked(Pool pool, int lane) {
        String query = "select count(*) from pg_locks where locktype = 'advisory' and objid = " + lane;
        return Rows.count(pool, query, Tuple.tuple()) > 0;
    }
}
