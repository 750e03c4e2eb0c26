/**
 * The bridge channel: one websocket per endpoint, held by the gateway in place of the browser. It asks for the video that its
 * participant shows (without that a bridge sends none) and hears who speaks, whose connection is lost and how good they are. Only the owner of a session holds its channels; losing one stops no media.
 */
package io.directcall.media.bridge.channel;
