/**
 * Simulcast: which layer of a source a receiver gets, and the rewriting that makes one stream of the layers it gets in turn.
 */
package io.directcall.bridge.layers;
