package io.directcall.media.bridge.discovery;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Says which bridges run at this moment. */
@FunctionalInterface
public interface BridgeLookup {
    /** @return base URLs of the bridges' private REST interfaces; fails, or is empty, when that can't be said */
    Uni<Set<String>> urls();
}
