package io.directcall.service.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An id that the application names: of a user or a session. 1 to 100 characters of {@code A-Z a-z 0-9 _ . : @ -}, so that it stands
 * unescaped in paths, headers, keys and logs; not {@code .} or {@code ..}, which paths swallow. Null is valid.
 */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = PublicId.REGEX)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicId {
    /** What an id must match as a whole. */
    String REGEX = "(?!\\.{1,2}$)[A-Za-z0-9_.:@-]{1,100}";

    /** Ends the sentence that starts with the field. */
    String message() default "must be 1 to 100 characters of A-Z a-z 0-9 _ . : @ - and not '.' or '..'";

    /** As every constraint has. */
    Class<?>[] groups() default {};

    /** As every constraint has. */
    Class<? extends Payload>[] payload() default {};
}
