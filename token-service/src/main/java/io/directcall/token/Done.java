package io.directcall.token;

/**
 * The answer to a deletion, as clients of CometChat's API expect it.
 *
 * @param success always true: a refusal is an error answer
 * @param message what was done
 */
public record Done(boolean success, String message) {
    /** A deletion that happened. */
    public static Done of(String message) {
        return new Done(true, message);
    }
}
