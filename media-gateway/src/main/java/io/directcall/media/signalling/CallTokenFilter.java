package io.directcall.media.signalling;

import io.directcall.service.security.Caller;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Carries out {@link RequiresCallToken}, and remembers the token's user for the resource. */
@Provider
@RequiresCallToken
public class CallTokenFilter implements ContainerRequestFilter {
    private static final String UID = "directcall.uid";

    private final Instance<Caller> caller;

    /** @param caller looked up for each request */
    public CallTokenFilter(Instance<Caller> caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String sessionId = request.getUriInfo().getPathParameters().getFirst("sessionId");
        request.setProperty(UID, caller.get().requireCallToken(sessionId).user().uid());
    }

    /** The user whose token the request carries. */
    static String uid(ContainerRequestContext request) {
        return (String) request.getProperty(UID);
    }
}
