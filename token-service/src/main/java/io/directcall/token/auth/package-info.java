/** Auth tokens: what a user's browser proves itself with when it asks for a call token. */
package io.directcall.token.auth;
