/** What session-service says about sessions and their participants. */
package io.directcall.contracts.session;
