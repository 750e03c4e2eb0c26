/** Tests of offers and answers; the answers in the resources were given by a real Chromium to the offers beside them. */
package io.directcall.media.sdp;
