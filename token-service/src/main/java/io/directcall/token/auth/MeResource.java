package io.directcall.token.auth;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.Data;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.Sender;
import io.directcall.service.security.Caller;
import io.directcall.service.security.CredentialHeaders;
import io.directcall.token.identity.TokenHolders;
import io.directcall.token.user.User;
import io.directcall.token.user.UserView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/me}: a page that was handed an auth token does not know whose it is, and needs the uid to hear who calls. */
@Path("/v3/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class MeResource {
    private final TokenHolders holders;
    private final Caller caller;

    /** Built by the container. */
    public MeResource(TokenHolders holders, Caller caller) {
        this.holders = holders;
        this.caller = caller;
    }

    /** 401 when the token is nobody's. */
    @GET
    @Operation(summary = "Shows the user of an auth token")
    public Uni<Data<UserView>> me(@Context HttpHeaders headers) {
        String token = CredentialHeaders.authToken(headers::getHeaderString);
        if (token == null) {
            throw new ApiException(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
        }
        return holders.holder(token)
                .invoke(user -> caller.admit(new Sender.User(user.uid())))
                .map(User::view)
                .map(Data::new);
    }
}
