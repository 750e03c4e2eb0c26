/**
 * RTP packets as they lie in memory: header extensions, retransmissions and the cache that answers NACKs.
 */
package io.directcall.bridge.rtp;
