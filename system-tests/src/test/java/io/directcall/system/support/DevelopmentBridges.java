package io.directcall.system.support;

import io.directcall.system.suite.RealBridges;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** A test that kills, stops or looks into development bridges: it is skipped where the suite runs on real ones. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfEnvironmentVariable(
        named = RealBridges.VARIABLE,
        matches = ".+",
        disabledReason = "it needs bridges that the suite started itself")
public @interface DevelopmentBridges {}
