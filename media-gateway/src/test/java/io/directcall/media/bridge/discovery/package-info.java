/** Tests of finding bridges. */
package io.directcall.media.bridge.discovery;
