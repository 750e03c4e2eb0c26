package io.directcall.suite.edge;

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

    /** Its module and the name in its errors and logs. */
    public String serviceName() {
        return serviceName;
    }
}
