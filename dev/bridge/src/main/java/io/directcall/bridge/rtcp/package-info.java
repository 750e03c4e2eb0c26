/**
 * RTCP: splitting what endpoints send, and building the feedback that the bridge gives them.
 */
package io.directcall.bridge.rtcp;
