/** The records of the topics as events, and the newest of them in memory. */
package io.directcall.events.log;
