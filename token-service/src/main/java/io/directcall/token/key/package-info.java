/** The keys that call tokens are signed with: made and replaced by themselves, kept encrypted in the database, published to every service. */
package io.directcall.token.key;
