/** Tokens of the application's own identity provider (OpenID Connect) in place of auth tokens. */
package io.directcall.service.oidc;
