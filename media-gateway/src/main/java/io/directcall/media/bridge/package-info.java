/** Talks to Jitsi Videobridges over colibri2's REST interface. Every call has a deadline and ends in an answer or a named failure. */
package io.directcall.media.bridge;
