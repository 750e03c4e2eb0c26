package io.directcall.token.call;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.token.CallUser;
import io.directcall.service.Data;
import io.directcall.service.ServiceConfig;
import io.directcall.service.limit.Sender;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.security.Caller;
import io.directcall.service.security.CredentialHeaders;
import io.directcall.service.security.UserCredentials;
import io.directcall.token.TokenServiceConfig;
import io.directcall.token.audit.CallTokenAudit;
import io.directcall.token.identity.TokenHolders;
import io.directcall.token.key.KeyRing;
import io.directcall.token.user.User;
import io.directcall.token.user.Users;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/call_tokens}. */
@Path("/v3/call_tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Call tokens")
public class CallTokenResource {
    private final TokenHolders holders;
    private final Users users;
    private final KeyRing keys;
    private final CallTokenSigner signer;
    private final Revocations revocations;
    private final Caller caller;
    private final CallTokenAudit audit;
    private final TokenServiceConfig config;

    /** Built by the container. */
    public CallTokenResource(
            TokenHolders holders,
            Users users,
            KeyRing keys,
            Revocations revocations,
            Caller caller,
            CallTokenAudit audit,
            ServiceConfig shared,
            TokenServiceConfig config) {
        this.holders = holders;
        this.users = users;
        this.keys = keys;
        this.revocations = revocations;
        this.caller = caller;
        this.audit = audit;
        this.config = config;
        this.signer = new CallTokenSigner(shared.issuer(), config.callTokenLifetime(), InstantSource.system());
    }

    /** By the user's {@code authToken}, or by {@code apikey} with {@code onBehalfOf}. */
    @POST
    @Operation(summary = "Signs a call token for one user and one session")
    public Uni<Data<CallTokenView>> create(NewCallToken body, @Context HttpHeaders headers) {
        return switch (UserCredentials.of(headers::getHeaderString)) {
            case UserCredentials.Holder holder ->
                holders.holder(holder.authToken())
                        .invoke(owner -> caller.admit(new Sender.User(owner.uid())))
                        .map(owner -> sign(owner, body, Grant.Asker.USER));
            case UserCredentials.Server server -> {
                caller.requireApiKey(ApiKeyScope.FULL_ACCESS);
                yield users.get(server.uid()).map(user -> sign(user, body, Grant.Asker.SERVER));
            }
        };
    }

    /** 401 when the token is not valid. */
    @GET
    @Operation(summary = "Checks a call token and shows what it says")
    public Data<VerifiedView> verify(@Context HttpHeaders headers) {
        String jwt = CredentialHeaders.callToken(headers::getHeaderString);
        return new Data<>(VerifiedView.of(jwt, caller.requireCallToken(), config));
    }

    private Data<CallTokenView> sign(User owner, NewCallToken wanted, Grant.Asker asker) {
        CallUser user = owner.inCall();
        Grant grant = Grant.decide(wanted, asker);
        revocations.requireAllowed(user.uid(), grant.sessionId());
        Instant after = revocations.newest(user.uid(), grant.sessionId());
        CallTokenSigner.Signed token = signer.sign(keys.require(), user, grant, after);
        audit.write(new AuditEvent.CallTokenIssued(
                token.issuedAt(),
                caller.actor(),
                user.uid(),
                grant.sessionId(),
                token.id(),
                grant.role(),
                token.expiresAt()));
        return new Data<>(new CallTokenView(token.jwt()));
    }
}
