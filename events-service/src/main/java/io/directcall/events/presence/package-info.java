/** Tells the other services which participants have an event stream, and that this replica is alive. */
package io.directcall.events.presence;
