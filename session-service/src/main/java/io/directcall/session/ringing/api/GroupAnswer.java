package io.directcall.session.ringing.api;

import java.util.List;

/**
 * A group that can be called.
 *
 * @param guid named by the application
 * @param members uids
 */
public record GroupAnswer(String guid, List<String> members) {}
