package io.directcall.system.support;

import io.directcall.system.suite.RunningSuite;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one suite of the run: started by the first test that wants it, stopped after the last. Its logs stay in
 * {@code target/suite/logs}.
 */
public final class SharedSuite implements ParameterResolver {
    /** The project's folder; tests run in that of their module. */
    public static final Path CHECKOUT = Path.of("..");

    /** Far below the default, so that a test reaches it soon; no user of the other tests has that many tabs. */
    private static final Map<String, String> LIMITS = Map.of("DIRECTCALL_EVENTS_STREAMS_PER_USER", "20");

    private static final Path STATE = Path.of("target/suite");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(RunningSuite.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The suite, started unless it runs. */
    public static RunningSuite of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSuite.class))
                .computeIfAbsent(
                        Holder.class,
                        key -> new Holder(RunningSuite.startAfresh(CHECKOUT, STATE, LIMITS)),
                        Holder.class)
                .suite();
    }

    /** Closed by JUnit when the run is over. */
    private record Holder(RunningSuite suite) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }
}
