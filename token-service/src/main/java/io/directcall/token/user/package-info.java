/** The users of the application, as its server names them. */
package io.directcall.token.user;
