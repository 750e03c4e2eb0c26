/** Call tokens: the JWTs that open one session to one user. */
package io.directcall.token.call;
