/** Tests of the REST interface. */
package io.directcall.media.signalling;
