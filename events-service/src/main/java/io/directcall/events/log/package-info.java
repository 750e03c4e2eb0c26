/** The records of the two topics as events, and the newest of them in memory. */
package io.directcall.events.log;
