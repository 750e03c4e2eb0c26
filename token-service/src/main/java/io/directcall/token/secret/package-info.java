/** How secrets are made. */
package io.directcall.token.secret;
