/**
 * Tells the application's server what happens in sessions: a delivery for each event and target is written in the transaction of the
 * change, sent by {@code Dispatcher}, and kept as a log that operators read and replay.
 */
package io.directcall.session.webhook;
