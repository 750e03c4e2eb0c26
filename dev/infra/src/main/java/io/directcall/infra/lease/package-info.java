/**
 * Leases: test runs and dev modes that share this process. A lease is an open connection; it names an app and gets a database and topics
 * of its own, which go when the connection closes.
 */
package io.directcall.infra.lease;
