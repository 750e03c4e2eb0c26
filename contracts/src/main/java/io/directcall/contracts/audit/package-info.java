/** Who did what that matters to security. */
package io.directcall.contracts.audit;
