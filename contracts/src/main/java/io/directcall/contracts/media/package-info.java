/** What media-gateway says about the media of a session, and what it is told. */
package io.directcall.contracts.media;
