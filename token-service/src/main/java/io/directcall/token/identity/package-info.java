/** Users that the application's own identity provider vouches for. */
package io.directcall.token.identity;
