/** Who calls: call tokens, auth tokens and API keys. */
package io.directcall.service.security;
