package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only the application's server call the resource or the method: 401 without a valid API key, 403 with one of another scope, before
 * the body is read, so that a stranger learns nothing about what a valid body is. What a method says wins over its class.
 */
@Documented
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresApiKey {
    /** The scope that the key must have, or cover. */
    ApiKeyScope scope() default ApiKeyScope.FULL_ACCESS;
}
