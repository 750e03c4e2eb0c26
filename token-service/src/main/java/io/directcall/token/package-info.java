/** Users, their auth tokens, call tokens and the keys that those are signed with. */
package io.directcall.token;
