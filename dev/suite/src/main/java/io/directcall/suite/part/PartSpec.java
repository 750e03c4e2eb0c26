package io.directcall.suite.part;

import java.util.List;
import java.util.Map;

/**
 * What it takes to run one part.
 *
 * @param name as people say it: {@code token-service}
 * @param command program and arguments
 * @param environment added to the launcher's own
 * @param port where it serves; it is the same after each restart
 * @param readiness when it can do its work
 * @param after the parts that must have been ready once before this one is started
 */
public record PartSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        int port,
        Readiness readiness,
        List<String> after) {}
