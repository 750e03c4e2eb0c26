/** Tests of the bridge channel. */
package io.directcall.media.bridge.channel;
