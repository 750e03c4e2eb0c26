/**
 * What the services say to each other: topics, messages, token claims and errors. Records only; decisions live in the services.
 */
package io.directcall.contracts;
