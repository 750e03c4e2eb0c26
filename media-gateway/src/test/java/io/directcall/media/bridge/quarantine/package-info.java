/** Tests of taking bridges out of use. */
package io.directcall.media.bridge.quarantine;
