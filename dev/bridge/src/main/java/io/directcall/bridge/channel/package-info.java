/**
 * The bridge channel: JSON messages between the bridge and whoever holds an endpoint's websocket.
 */
package io.directcall.bridge.channel;
