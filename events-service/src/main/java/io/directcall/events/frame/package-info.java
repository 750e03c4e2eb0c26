/** The bytes of the event stream: each event is encoded once, however many streams it goes to. */
package io.directcall.events.frame;
