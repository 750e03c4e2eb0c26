/**
 * colibri2: reading requests as leniently, and refusing them as strictly, as Jitsi Videobridge does.
 */
package io.directcall.bridge.colibri;
