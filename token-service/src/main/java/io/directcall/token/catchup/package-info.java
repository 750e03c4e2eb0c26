/** Publishes what the other services were never told. */
package io.directcall.token.catchup;
