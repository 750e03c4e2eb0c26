/** Turns everything that can go wrong into the one JSON shape of errors, in JAX-RS resources and in plain routes. */
package io.directcall.service.error;
