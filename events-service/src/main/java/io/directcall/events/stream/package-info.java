/** The event stream over HTTP: request, answer, flow control, heartbeats, shutdown. */
package io.directcall.events.stream;
