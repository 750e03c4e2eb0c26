package io.directcall.system.conformance;

import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.SharedSuite;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The installation that is tested.
 *
 * @param base its address, ending in a slash
 * @param api its public interface
 * @param suite the one of this run, for what needs somebody who may stop a part of it; empty for any other
 */
record Target(URI base, Api api, Optional<RunningSuite> suite) {

    URI stream(String path) {
        return base.resolve("v3/" + path);
    }

    /** events-service itself, where it can be reached: what stands before it may speak another version of HTTP, and has buffers. */
    URI directStream(String path) {
        return suite.map(ours -> URI.create(
                        "http://127.0.0.1:" + ours.part("events-service").port() + "/v3/" + path))
                .orElseGet(() -> stream(path));
    }

    /** Gives it to tests. The suite is started only when no other installation is named. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Target.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String url = System.getProperty("conformance.url");
            if (url != null) {
                String link = url.endsWith("/") ? url : url + "/";
                return new Target(
                        URI.create(link), new Api(link, System.getProperty("conformance.api-key")), Optional.empty());
            }
            RunningSuite ours = SharedSuite.of(context);
            return new Target(URI.create(ours.link()), new Api(ours.link()), Optional.of(ours));
        }
    }
}
