/** Finds out which bridges there are: those that are configured, and those that a name stands for now. */
package io.directcall.media.bridge.discovery;
