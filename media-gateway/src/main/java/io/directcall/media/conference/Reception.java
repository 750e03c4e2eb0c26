package io.directcall.media.conference;

import io.directcall.contracts.media.View;

/**
 * What a participant's bridge is to send to it.
 *
 * @param video false in an audio call: no pictures at all, whatever the view says
 * @param view how the participant shows the others
 */
public record Reception(boolean video, View view) {}
