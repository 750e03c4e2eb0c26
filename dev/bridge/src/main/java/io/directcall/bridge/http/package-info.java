/**
 * The private HTTP port: REST resources and websocket upgrades. Only translates; decisions lie elsewhere.
 */
package io.directcall.bridge.http;
