/** The Kafka topics: name, key, writer and retention of each, stated once. */
package io.directcall.contracts.topic;
