/** The auth tokens of users, read from Kafka and held in memory. */
package io.directcall.service.auth;
