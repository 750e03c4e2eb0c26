/**
 * The STUN and TURN servers that pages are told of, with credentials that expire. See docs/decisions/0027-turn-credentials-that-expire.md.
 */
package io.directcall.session.turn;
