package io.directcall.contracts.token;

/**
 * A user as a call token carries it.
 *
 * @param uid named by the application
 * @param name display name
 * @param avatar URL of a picture, or null
 */
public record CallUser(String uid, String name, String avatar) {}
