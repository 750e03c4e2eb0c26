/** Runs the whole of Direct Call on one machine: what {@code ./directcall} starts. */
package io.directcall.suite;
