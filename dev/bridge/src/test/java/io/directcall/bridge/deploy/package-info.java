/** Whether {@code deploy/} gives a real Jitsi Videobridge what a gateway relies on. */
package io.directcall.bridge.deploy;
