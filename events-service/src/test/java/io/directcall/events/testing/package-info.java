/** What the component tests use: a client that reads streams, a writer of events, a configuration with small limits. */
package io.directcall.events.testing;
