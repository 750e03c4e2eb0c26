/** What the component tests share: a bridge that comes and goes, a client without a browser, and the Kafka side of a session. */
package io.directcall.media.testing;
