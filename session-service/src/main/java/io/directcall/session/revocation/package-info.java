/** What becomes of participants whose call tokens are revoked. */
package io.directcall.session.revocation;
