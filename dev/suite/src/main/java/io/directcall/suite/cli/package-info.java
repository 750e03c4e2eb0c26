/** The commands of {@code ./directcall} that run in Java, and what they print. */
package io.directcall.suite.cli;
