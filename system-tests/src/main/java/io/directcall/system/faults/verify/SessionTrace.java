package io.directcall.system.faults.verify;

import java.util.List;
import java.util.Set;

/**
 * All that is known of one session from outside.
 *
 * @param executions what was asked of it
 * @param observer a subscriber who watched from its start to its end without taking part
 * @param subscribers its participants
 * @param mayBeLost participants who went without a word, on purpose
 */
public record SessionTrace(
        String sessionId,
        List<Execution> executions,
        Received observer,
        List<Received> subscribers,
        Set<String> mayBeLost) {}
