package io.directcall.suite.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of one service and whose turn it is. Used by several event loops. */
final class Replicas {
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param ports where they listen; at least one */
    Replicas(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    /**
     * All of them, the one to try first at the head.
     *
     * @param stickyId the same id gets the same order each time; without one they take turns
     */
    List<Integer> inOrder(Optional<String> stickyId) {
        int first = stickyId.map(String::hashCode).orElseGet(turn::getAndIncrement);
        List<Integer> order = new ArrayList<>(ports);
        Collections.rotate(order, -Math.floorMod(first, ports.size()));
        return order;
    }
}
