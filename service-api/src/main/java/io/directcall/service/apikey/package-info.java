/** The API keys that token-service made, read from Kafka and held in memory. */
package io.directcall.service.apikey;
