package io.directcall.session.rules;

/** Who speaks about a call that was placed by ringing. */
public sealed interface Party {
    /** A user, by an auth token or named by the application's server. */
    record User(String uid) implements Party {}

    /** The application's server on its own behalf. */
    record Server() implements Party {}
}
