/** What goes wrong on demand, so that tests see how others cope. Nothing does by itself. */
package io.directcall.bridge.fault;
