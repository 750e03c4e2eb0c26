package io.directcall.token.call;

/** @param token the JWT in its compact form */
public record CallTokenView(String token) {}
