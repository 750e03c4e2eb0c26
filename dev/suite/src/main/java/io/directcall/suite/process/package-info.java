/** Processes, ports and memory of this machine, as Linux tells them. */
package io.directcall.suite.process;
