package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

/** Carries out {@link RequiresApiKey}. */
@Provider
@RequiresApiKey
public class ApiKeyFilter implements ContainerRequestFilter {
    private final Instance<ApiKeys> apiKeys;
    private final ResourceInfo resource;

    /**
     * Built by the container.
     *
     * @param apiKeys looked up late, because filters are made before the configuration of the running service can be read
     * @param resource what the request at hand is for
     */
    public ApiKeyFilter(Instance<ApiKeys> apiKeys, ResourceInfo resource) {
        this.apiKeys = apiKeys;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        apiKeys.get().require(CredentialHeaders.apiKey(request::getHeaderString), needed());
    }

    private ApiKeyScope needed() {
        RequiresApiKey ofMethod = resource.getResourceMethod().getAnnotation(RequiresApiKey.class);
        RequiresApiKey declared =
                ofMethod == null ? resource.getResourceClass().getAnnotation(RequiresApiKey.class) : ofMethod;
        return declared.scope();
    }
}
