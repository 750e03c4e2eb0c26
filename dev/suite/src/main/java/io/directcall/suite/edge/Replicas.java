package io.directcall.suite.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The replicas of one service and whose turn it is. Used by several event loops. */
final class Replicas {
    private final List<Integer> ports;
    private final IntPredicate ready;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param ports where they listen; at least one
     * @param ready whether the one at a port takes requests. One that stops or starts is asked last, as Kubernetes has it
     */
    Replicas(List<Integer> ports, IntPredicate ready) {
        this.ports = List.copyOf(ports);
        this.ready = ready;
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
        return Stream.concat(order.stream().filter(ready::test), order.stream().filter(port -> !ready.test(port)))
                .toList();
    }
}
