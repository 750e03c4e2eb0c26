/**
 * Encryption of RTP and RTCP, one session of contexts per endpoint.
 */
package io.directcall.bridge.srtp;
