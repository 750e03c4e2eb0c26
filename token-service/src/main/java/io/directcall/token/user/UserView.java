package io.directcall.token.user;

/**
 * A user as the API shows it.
 *
 * @param avatar URL of a picture, or null
 * @param createdAt seconds since 1970
 * @param updatedAt seconds since 1970
 */
public record UserView(String uid, String name, String avatar, long createdAt, long updatedAt) {}
