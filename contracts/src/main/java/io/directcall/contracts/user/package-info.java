/** Users, their auth tokens, and what concerns one user wherever it is: ringing. */
package io.directcall.contracts.user;
