package io.directcall.outbox;

/** Splits the outbox so that several messages are under way at once while each key keeps its order. */
final class Lanes {
    /** A row keeps the lane it was written with: a change needs an outbox that is empty in all replicas. */
    static final int COUNT = 8;

    private Lanes() {}

    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }
}
