/** The revocations of call tokens, read from Kafka and held in memory. */
package io.directcall.service.revocation;
