/**
 * Gives every service PostgreSQL and Kafka in dev mode and tests: leases them from one infra process that all runs of a user share, and
 * starts that process when there is none.
 */
package io.directcall.devservices.deployment;
