/** Brings the events of sessions from Kafka to clients: one resumable server-sent event stream each. */
package io.directcall.events;
