/**
 * Calls that are placed by ringing, as far as they concern more than one session: who is busy, who is in which group, and two users who
 * call each other at once. What becomes of the call itself is decided in {@code rules}.
 */
package io.directcall.session.ringing;
