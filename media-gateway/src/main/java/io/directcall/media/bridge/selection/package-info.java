/**
 * Knows which bridges there are and how they are, and chooses one for a new conference. Plain classes with an injected clock; only {@link
 * io.directcall.media.bridge.selection.BridgePoller} asks bridges.
 */
package io.directcall.media.bridge.selection;
