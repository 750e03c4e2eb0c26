/** Call tokens and the keys that they are signed with. */
package io.directcall.contracts.token;
