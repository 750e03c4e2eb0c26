package io.directcall.service.limit;

/** Whom a request is counted for. */
public sealed interface Sender {
    /** Who it is has been checked. */
    sealed interface Proved extends Sender {}

    /** Never a secret: it may appear in logs. */
    String id();

    /**
     * Known for every request, before anything of it is checked.
     *
     * @param id an address, or the network of one, see {@link ClientAddress}
     */
    record Address(String id) implements Sender {}

    /**
     * A user who proved to be one.
     *
     * @param id uid
     */
    record User(String id) implements Proved {}

    /**
     * The application's server, also when it acts for a user.
     *
     * @param id of its API key, not the key
     */
    record ApiKey(String id) implements Proved {}
}
