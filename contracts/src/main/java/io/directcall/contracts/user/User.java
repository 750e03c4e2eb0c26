package io.directcall.contracts.user;

/**
 * A user of the application.
 *
 * @param uid named by the application
 * @param name display name
 * @param avatar URL of a picture, or null
 */
public record User(String uid, String name, String avatar) {}
