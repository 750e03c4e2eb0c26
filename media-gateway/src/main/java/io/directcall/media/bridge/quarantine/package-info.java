/**
 * Takes bridges that answer, but fail their conferences, out of use for a while. Plain classes with an injected clock: the owner of the
 * sessions says what it sees, the directory of bridges hears what follows.
 */
package io.directcall.media.bridge.quarantine;
