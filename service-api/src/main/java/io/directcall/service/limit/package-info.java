/** How often an address, a user and an API key may ask: token buckets in memory, each replica for itself. */
package io.directcall.service.limit;
