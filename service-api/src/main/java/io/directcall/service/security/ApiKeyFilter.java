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
    private final Instance<Caller> caller;
    private final ResourceInfo resource;

    /**
     * Built by the container.
     *
     * @param caller looked up for each request
     * @param resource what the request at hand is for
     */
    public ApiKeyFilter(Instance<Caller> caller, ResourceInfo resource) {
        this.caller = caller;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.get().requireApiKey(needed());
    }

    private ApiKeyScope needed() {
        RequiresApiKey ofMethod = resource.getResourceMethod().getAnnotation(RequiresApiKey.class);
        RequiresApiKey declared =
                ofMethod == null ? resource.getResourceClass().getAnnotation(RequiresApiKey.class) : ofMethod;
        return declared.scope();
    }
}
