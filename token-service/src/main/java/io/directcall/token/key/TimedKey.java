package io.directcall.token.key;

/** A key and when it is used. */
public record TimedKey(KeyTimes times, SigningKeyPair pair) {}
