/** Compacted Kafka topics whose newest records a service holds in memory. */
package io.directcall.service.topic;
