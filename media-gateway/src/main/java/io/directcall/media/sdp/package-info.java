/**
 * Session descriptions: writes offers and reads answers. Reading is strict and bounded, because answers come from anyone who holds a
 * call token. Nothing here knows of conferences or bridges.
 */
package io.directcall.media.sdp;
