package io.directcall.service.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body in words that name the field, without repeating what the caller sent. */
final class BadJson {
    private BadJson() {}

    static String describe(JsonProcessingException found) {
        if (found.getCause() instanceof JsonParseException syntax) {
            return describe(syntax);
        }
        return switch (found) {
            case MismatchedInputException mismatch -> fieldOf(mismatch) + expected(mismatch.getTargetType());
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException range ->
                fieldOf(mapping) + expected(range.getTargetType());
            case JsonMappingException mapping -> fieldOf(mapping) + " is not valid.";
            default -> "The body is not valid JSON" + place(found.getLocation()) + ".";
        };
    }

    private static String fieldOf(JsonMappingException found) {
        String path = found.getPath().stream()
                .map(BadJson::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? "The body" : "The field '" + path + "'";
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : "." + reference.getFieldName();
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return " is not valid.";
        }
        if (type.isEnum()) {
            return " must be one of " + names(type) + ".";
        }
        return " must be " + kind(type) + ".";
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number in the range of its type";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object of the expected form";
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(BadJson::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Field constant) {
        JsonProperty property = constant.getAnnotation(JsonProperty.class);
        return property == null ? constant.getName() : property.value();
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
