/** The API and its event streams as a client without a browser uses them, hundreds at a time: all on one event loop. */
package io.directcall.system.client;
