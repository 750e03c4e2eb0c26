package io.directcall.system.support;

import io.directcall.system.suite.RunningSuite;
import java.nio.file.Path;
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

    private static final Path STATE = Path.of("target/suite");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(RunningSuite.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSuite.class))
                .computeIfAbsent(
                        Holder.class, key -> new Holder(RunningSuite.startAfresh(CHECKOUT, STATE)), Holder.class)
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
