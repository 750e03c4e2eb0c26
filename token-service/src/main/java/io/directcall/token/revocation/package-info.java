/** Call tokens that count no more before they expire, and bans. */
package io.directcall.token.revocation;
