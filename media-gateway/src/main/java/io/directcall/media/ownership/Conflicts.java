package io.directcall.media.ownership;

import io.smallrye.mutiny.CompositeException;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;

/** Tells failures apart by what helps. */
final class Conflicts {
    private Conflicts() {}

    /** Somebody else changed or inserted the same row at the same time; once more with what is stored now. */
    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException
                    || cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    /** For one line of the log: the first cause, where a failed rollback comes on top of what failed before. */
    static String reason(Throwable failure) {
        Throwable first = failure instanceof CompositeException several
                ? several.getCauses().getFirst()
                : failure;
        return first.toString().lines().findFirst().orElse("");
    }

    /** A mistake in this code or in what is stored: trying again would fail again. Everything else is the database being away. */
    static boolean isPermanent(Throwable failure) {
        return isMistake(failure) && !isOfHibernate(failure);
    }

    /** Connections that break at the wrong moment leave Hibernate Reactive in states that it calls illegal. The next attempt has another. */
    private static boolean isOfHibernate(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.hibernate.");
    }

    private static boolean isMistake(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof UnsupportedOperationException;
    }
}
