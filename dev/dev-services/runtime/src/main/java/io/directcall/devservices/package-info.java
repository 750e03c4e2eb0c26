/** The run-time half of the dev services: it only keeps the standard dev services from starting containers. */
package io.directcall.devservices;
