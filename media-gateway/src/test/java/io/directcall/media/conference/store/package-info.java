/** Tests of the media of a session as plain classes: no bridge, no database, and a clock that the test moves. */
package io.directcall.media.conference.store;
