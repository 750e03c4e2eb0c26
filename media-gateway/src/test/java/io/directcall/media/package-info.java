/** Tests of the media gateway. */
package io.directcall.media;
