/**
 * The media of one session as plain classes: its endpoints on a bridge, what each participant was offered and answered, and what is to
 * be done next. No framework, no clock and no bridge: callers bring the time and carry out the {@link io.directcall.media.conference.Step
 * steps}.
 */
package io.directcall.media.conference;
