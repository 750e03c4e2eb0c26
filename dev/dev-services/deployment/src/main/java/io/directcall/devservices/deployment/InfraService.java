package io.directcall.devservices.deployment;

import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The lease in the form that Quarkus starts and closes. */
final class InfraService implements Startable {

    private static final Logger LOG = Logger.getLogger(InfraService.class);

    private final Path module;
    private final LeaseRequest request;
    private volatile Lease lease;

    InfraService(Path module, LeaseRequest request) {
        this.module = module;
        this.request = request;
    }

    @Override
    public void start() {
        lease = SharedInfra.of(InfraJar.above(module)).lease(request);
        LOG.infof("dev services app=%s %s", request.app(), getConnectionInfo());
    }

    /** The lease, which there is once the service has started. */
    Lease lease() {
        return Objects.requireNonNull(lease, "the infra service hasn't started");
    }

    @Override
    public String getConnectionInfo() {
        String kafka = "kafka=" + lease().kafka() + " topic-prefix=" + lease().topicPrefix();
        return request.database() ? "postgres=" + lease().databasePath() + " " + kafka : kafka;
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() throws IOException {
        if (lease != null) {
            lease.close();
        }
    }
}
