/**
 * DTLS 1.2 server with use_srtp, one handshake per endpoint, fed from the shared UDP socket.
 */
package io.directcall.bridge.dtls;
