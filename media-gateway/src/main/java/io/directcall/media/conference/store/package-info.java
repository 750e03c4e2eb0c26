/**
 * Conferences in PostgreSQL: one row each, and one for each endpoint. What is only ever read together with its endpoint (m-lines, SSRCs,
 * transports) is JSON in a column.
 */
package io.directcall.media.conference.store;
