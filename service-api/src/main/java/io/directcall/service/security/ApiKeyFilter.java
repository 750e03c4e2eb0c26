package io.directcall.service.security;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Carries out {@link RequiresApiKey}. */
@Provider
@RequiresApiKey
public class ApiKeyFilter implements ContainerRequestFilter {
    private final Instance<ApiKeys> apiKeys;

    /** @param apiKeys looked up late, because filters are made before the configuration of the running service can be read */
    public ApiKeyFilter(Instance<ApiKeys> apiKeys) {
        this.apiKeys = apiKeys;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        apiKeys.get().require(CredentialHeaders.apiKey(request::getHeaderString));
    }
}
