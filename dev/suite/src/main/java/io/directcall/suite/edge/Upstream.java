package io.directcall.suite.edge;

import java.util.Arrays;
import java.util.Optional;

/** The services behind the edge. */
public enum Upstream {
    TOKEN("token-service"),
    SESSION("session-service"),
    EVENTS("events-service"),
    MEDIA("media-gateway");

    private final String serviceName;

    Upstream(String serviceName) {
        this.serviceName = serviceName;
    }

    /** The one of this name. */
    public static Optional<Upstream> named(String serviceName) {
        return Arrays.stream(values())
                .filter(upstream -> upstream.serviceName.equals(serviceName))
                .findFirst();
    }

    /** Its module and the name in its errors and logs. */
    public String serviceName() {
        return serviceName;
    }
}
