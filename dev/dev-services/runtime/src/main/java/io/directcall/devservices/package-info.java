/** The run-time half of the dev services: defaults only, nothing of it runs in production. */
package io.directcall.devservices;
