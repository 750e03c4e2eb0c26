package io.directcall.devservices.deployment;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Registers the lease as a dev service and tells which properties it provides. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class DevServicesProcessor {

    private static final String FEATURE = "direct-call-dev-services";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    DevServicesResultBuildItem infra(
            CurateOutcomeBuildItem application,
            OutputTargetBuildItem target,
            LaunchModeBuildItem launchMode,
            Capabilities capabilities) {
        String app = application.getApplicationModel().getAppArtifact().getArtifactId();
        Map<String, Function<InfraService, String>> properties = properties(capabilities);
        boolean database = properties.containsKey("quarkus.datasource.username");
        LeaseRequest request = new LeaseRequest(app, launchMode.isTest(), database);
        Path module = target.getOutputDirectory();
        return DevServicesResultBuildItem.<InfraService>owned()
                .feature(FEATURE)
                .serviceName("infra")
                .serviceConfig(request)
                .startable(() -> new InfraService(module, request))
                .configProvider(properties)
                .build();
    }

    private static Map<String, Function<InfraService, String>> properties(Capabilities capabilities) {
        Map<String, Function<InfraService, String>> properties = new HashMap<>();
        properties.put("kafka.bootstrap.servers", service -> service.lease().kafka());
        properties.put("directcall.topic-prefix", service -> service.lease().topicPrefix());
        boolean reactive = capabilities.isPresent(Capability.REACTIVE_PG_CLIENT);
        boolean jdbc = capabilities.isPresent(Capability.AGROAL);
        if (reactive) {
            properties.put(
                    "quarkus.datasource.reactive.url",
                    service -> "postgresql://" + service.lease().databasePath());
        }
        if (jdbc) {
            properties.put(
                    "quarkus.datasource.jdbc.url",
                    service -> "jdbc:postgresql://" + service.lease().databasePath());
        }
        if (reactive || jdbc) {
            properties.put(
                    "quarkus.datasource.username", service -> service.lease().user());
            properties.put(
                    "quarkus.datasource.password", service -> service.lease().password());
        }
        return properties;
    }
}
