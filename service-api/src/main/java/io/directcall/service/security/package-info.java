/** Who calls: call tokens and API keys. */
package io.directcall.service.security;
