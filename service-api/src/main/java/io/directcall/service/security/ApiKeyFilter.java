package io.directcall.service.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Carries out {@link RequiresApiKey}. */
@Provider
@RequiresApiKey
public class ApiKeyFilter implements ContainerRequestFilter {
    private final ApiKeys apiKeys;

    /** Built by the container. */
    public ApiKeyFilter(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        apiKeys.require(CredentialHeaders.apiKey(request::getHeaderString));
    }
}
