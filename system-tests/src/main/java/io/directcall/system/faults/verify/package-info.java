/**
 * Finds out whether what subscribers received of sessions fits what was asked of them. Plain values and functions. It rests on one clock:
 * the times of commands and of events are compared, so the suite and the commands must run on one machine.
 */
package io.directcall.system.faults.verify;
