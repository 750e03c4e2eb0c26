/** Kills parts of a suite that is in use, and says whether its users noticed more than waiting. */
package io.directcall.system.faults;
