package io.directcall.service.error;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says which field breaks which rule. */
final class Violations {
    private Violations() {}

    /** Whether it is our own answer that breaks a rule, which is no fault of the caller. */
    static boolean ofAnswer(ConstraintViolationException found) {
        return found.getConstraintViolations().stream()
                .flatMap(violation -> nodes(violation.getPropertyPath()))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    static String describe(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> subject(field(violation.getPropertyPath())) + " " + violation.getMessage() + ".")
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Resources name the parameter of the body {@code body}. */
    private static String subject(String field) {
        return field.equals("body") ? "The body" : "The field '" + field + "'";
    }

    /** The field as the caller knows it: neither the Java method nor, within a body, the name of its parameter. */
    private static String field(Path path) {
        String field = nodes(path)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return field.isEmpty() ? last(path) : field;
    }

    private static String last(Path path) {
        return nodes(path).map(Path.Node::toString).reduce("", (first, second) -> second);
    }

    private static Stream<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false);
    }
}
