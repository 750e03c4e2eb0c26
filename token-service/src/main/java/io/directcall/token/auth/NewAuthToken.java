package io.directcall.token.auth;

/**
 * The body that creates an auth token; it may be missing.
 *
 * @param force known to clients of CometChat's API. Every call creates a new token here, because only hashes of the old ones are kept
 */
public record NewAuthToken(Boolean force) {}
