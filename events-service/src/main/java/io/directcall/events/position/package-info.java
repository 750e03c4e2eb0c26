/** Where a reader stands in the topics of a stream, and how that place is written as an SSE event id. */
package io.directcall.events.position;
