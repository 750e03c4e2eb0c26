/** What the media gateway is configured with. */
package io.directcall.media.config;
