/**
 * The bridge channel: one websocket per endpoint, held by the gateway in place of the browser. It asks for video (without that a bridge
 * sends none) and hears who speaks and whose connection is lost. Only the owner of a session holds its channels; losing one stops no media.
 */
package io.directcall.media.bridge.channel;
