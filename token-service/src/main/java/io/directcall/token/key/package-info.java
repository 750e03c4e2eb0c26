/** The key that call tokens are signed with: made once, kept in the database, published to every service. */
package io.directcall.token.key;
