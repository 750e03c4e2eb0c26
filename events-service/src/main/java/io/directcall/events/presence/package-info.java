/** Tells the other services which participants have an event stream. */
package io.directcall.events.presence;
