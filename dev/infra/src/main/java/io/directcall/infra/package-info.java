/**
 * PostgreSQL and Kafka for development and tests, without Docker: one process that starts both on loopback, with the databases and topics
 * of the suite, and takes both down with it.
 */
package io.directcall.infra;
