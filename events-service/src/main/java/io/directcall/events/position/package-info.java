/** Where a reader stands in the two topics of a session, and how that place is written as an SSE event id. */
package io.directcall.events.position;
