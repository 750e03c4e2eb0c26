/** Tests of choosing a bridge. */
package io.directcall.media.bridge.selection;
