/**
 * Just enough ICE and STUN (RFC 8445, RFC 8489) to be checked by browsers and to nominate a pair.
 */
package io.directcall.bridge.ice;
