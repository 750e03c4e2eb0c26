/** A Kafka broker of one node inside this JVM, and the suite's topics on it. */
package io.directcall.infra.kafka;
