package io.directcall.contracts.audit;

/**
 * Who did something.
 *
 * @param kind of whom
 * @param id of the API key (never the key), or uid; null for the system
 * @param address from where, null when nobody asked from anywhere
 */
public record AuditActor(Kind kind, String id, String address) {
    /** A service by itself, on its schedule. */
    public static final AuditActor SYSTEM = new AuditActor(Kind.SYSTEM, null, null);

    /** Kinds of those who act. */
    public enum Kind {
        /** The application's server or an operator, by an API key; also when it acts for a user. */
        API_KEY,
        USER,
        SYSTEM
    }
}
