package io.directcall.media.ownership;

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

    /** A mistake in this code or in what is stored: trying again would fail again. Everything else is the database being away. */
    static boolean isPermanent(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof UnsupportedOperationException;
    }
}
