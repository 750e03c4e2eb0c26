/**
 * The way of a datagram: the UDP socket, and the media session of one endpoint (ICE, DTLS, SRTP).
 */
package io.directcall.bridge.media;
