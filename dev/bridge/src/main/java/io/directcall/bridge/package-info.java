/**
 * The development bridge: a small selective forwarding unit that speaks colibri2 and the bridge channel of Jitsi
 * Videobridge, for laptops and tests where a real one is too much. {@link io.directcall.bridge.DevBridge} starts it.
 */
package io.directcall.bridge;
