/** The one catalogue of errors and the one JSON shape that all four services answer with. */
package io.directcall.contracts.error;
