/** Writes {@code docs/api/asyncapi.yaml} from the records, and says when it is stale. */
package io.directcall.contracts.asyncapi;
