package io.directcall.session.store;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.StaleStateException;

/** Tells apart why a transaction failed. */
public final class Trouble {
    /** Unique violation, serialization failure, deadlock. */
    private static final Set<String> CONFLICTS = Set.of("23505", "40001", "40P01");
    /** Connection exceptions, insufficient resources, operator intervention (shut down, starting up). */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57");

    private static final int MAX_DEPTH = 20;

    private Trouble() {}

    /** Another transaction changed the same session at the same time; trying again helps. */
    public static boolean isConflict(Throwable failure) {
        return hasCause(
                failure,
                cause -> cause instanceof OptimisticLockException
                        || cause instanceof StaleStateException
                        || CONFLICTS.contains(sqlState(cause)));
    }

    /**
     * The database can't be reached or is shutting down; waiting helps. The client of PostgreSQL reports some of it, such as the use of a
     * connection that was lost a moment ago, as nothing but a text: Vert.x' exception without a type of its own.
     */
    public static boolean isOutage(Throwable failure) {
        return hasCause(
                failure,
                cause -> cause instanceof IOException
                        || cause instanceof VertxException
                        || cause instanceof NoStackTraceThrowable
                        || isOutage(sqlState(cause)));
    }

    private static boolean isOutage(String sqlState) {
        return sqlState.length() == 5 && OUTAGES.contains(sqlState.substring(0, 2));
    }

    /** Hibernate wraps what the driver reports in an exception of JDBC, but not for all statements. */
    private static String sqlState(Throwable cause) {
        String state =
                switch (cause) {
                    case PgException pg -> pg.getSqlState();
                    case SQLException jdbc -> jdbc.getSQLState();
                    default -> "";
                };
        return Objects.requireNonNullElse(state, "");
    }

    /** The innermost cause in one line, for the log. */
    static String line(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < MAX_DEPTH; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /**
     * The work failed, and then the rollback did because the database had gone away meanwhile: nothing was done, and what counts is why
     * the work failed.
     */
    static Throwable ofTheWork(Throwable failure) {
        return failure instanceof CompositeException both ? both.getCauses().getFirst() : failure;
    }

    private static boolean hasCause(Throwable failure, Predicate<Throwable> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (wanted.test(cause)) {
                return true;
            }
            if (cause instanceof CompositeException several) {
                return several.getCauses().stream().anyMatch(one -> hasCause(one, wanted));
            }
            cause = cause.getCause();
        }
        return false;
    }
}
