package io.directcall.service;

/**
 * The envelope of every successful JSON answer: {@code {"data":...}}.
 *
 * @param data what was asked for
 */
public record Data<T>(T data) {}
