/** Tests of the colibri2 client. */
package io.directcall.media.bridge;
