package io.directcall.session.ringing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** At most 4096 bytes as JSON: it goes to each device of each user who is called. Null is valid. */
@Documented
@Constraint(validatedBy = SmallJson.Size.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface SmallJson {
    /** Ends the sentence that starts with the field. */
    String message() default "must be at most 4096 bytes as JSON";

    /** As every constraint has. */
    Class<?>[] groups() default {};

    /** As every constraint has. */
    Class<? extends Payload>[] payload() default {};

    /** Measures it. */
    final class Size implements ConstraintValidator<SmallJson, Map<String, Object>> {
        private static final int MOST = 4096;
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public boolean isValid(Map<String, Object> value, ConstraintValidatorContext context) {
            try {
                return value == null || JSON.writeValueAsBytes(value).length <= MOST;
            } catch (JsonProcessingException e) {
                return false;
            }
        }
    }
}
