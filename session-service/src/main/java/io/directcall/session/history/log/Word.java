package io.directcall.session.history.log;

import static java.util.stream.Collectors.joining;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants as query parameters and tables write them: in lower case. */
final class Word {
    private Word() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param sent null or blank for no filter
     * @throws ApiException 400 that names the field and its values
     */
    static <E extends Enum<E>> Optional<E> read(String field, String sent, Class<E> type) {
        if (sent == null || sent.isBlank()) {
            return Optional.empty();
        }
        E[] values = type.getEnumConstants();
        return Optional.of(Arrays.stream(values)
                .filter(value -> of(value).equals(sent.trim()))
                .findFirst()
                .orElseThrow(() -> refused(field, values)));
    }

    private static ApiException refused(String field, Enum<?>[] values) {
        String words = Arrays.stream(values).map(Word::of).collect(joining(", "));
        return new ApiException(ErrorCode.ERR_BAD_REQUEST, "The field '" + field + "' must be one of " + words + ".");
    }
}
