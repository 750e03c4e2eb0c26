package io.directcall.service;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;

/**
 * Which page of a list is asked for.
 *
 * @param page from 1
 * @param perPage most entries of a page
 */
public record PageRequest(int page, int perPage) {
    private static final int DEFAULT_PER_PAGE = 100;
    private static final int MAX_PER_PAGE = 1000;
    private static final int MAX_PAGE = 1_000_000;

    /**
     * Reads the query parameters {@code page} (default 1) and {@code perPage} (default 100, at most 1000).
     *
     * @param page as it was sent, null when it was not
     * @param perPage as it was sent, null when it was not
     * @throws ApiException 400 that names the parameter
     */
    public static PageRequest parse(String page, String perPage) {
        return new PageRequest(
                number("page", page, 1, MAX_PAGE), number("perPage", perPage, DEFAULT_PER_PAGE, MAX_PER_PAGE));
    }

    /** How many entries come before this page. */
    public int offset() {
        return (page - 1) * perPage;
    }

    private static int number(String name, String sent, int absent, int max) {
        if (sent == null || sent.isBlank()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(sent.trim());
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(name, max);
        }
        throw refused(name, max);
    }

    private static ApiException refused(String name, int max) {
        return new ApiException(
                ErrorCode.ERR_BAD_REQUEST, "The field '" + name + "' must be a whole number from 1 to " + max + ".");
    }
}
