package io.directcall.token.auth;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.service.Data;
import io.directcall.service.DataPage;
import io.directcall.service.PageRequest;
import io.directcall.service.security.Caller;
import io.directcall.service.security.RequiresApiKey;
import io.directcall.service.validation.PublicId;
import io.directcall.token.Done;
import io.directcall.token.user.Users;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/users/{uid}/auth_tokens}. */
@Path("/v3/users/{uid}/auth_tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "Auth tokens")
public class AuthTokenResource {
    private final AuthTokens tokens;
    private final Users users;
    private final Caller caller;
    private final SecureRandom random = new SecureRandom();

    /** Built by the container. */
    public AuthTokenResource(AuthTokens tokens, Users users, Caller caller) {
        this.tokens = tokens;
        this.users = users;
        this.caller = caller;
    }

    /** The only answer that shows the whole token. */
    @POST
    @RequiresApiKey(scope = ApiKeyScope.AUTH_ONLY)
    @Operation(summary = "Creates an auth token")
    public Uni<Data<AuthTokenView>> create(@PublicId String uid, NewAuthToken body) {
        AuthTokenSecret secret = AuthTokenSecret.random(random);
        return tokens.create(uid, secret, caller.actor()).map(token -> new Data<>(token.shownAs(secret.value())));
    }

    /** Pages of {@code perPage} (100) tokens, the newest first, each by its first characters. */
    @GET
    @Operation(summary = "Lists the user's auth tokens")
    public Uni<DataPage<AuthTokenView>> list(
            @PublicId String uid, @QueryParam("page") String page, @QueryParam("perPage") String perPage) {
        PageRequest wanted = PageRequest.parse(page, perPage);
        return users.get(uid)
                .chain(user -> tokens.count(uid))
                .flatMap(total -> tokens.list(uid, wanted)
                        .map(found -> found.stream().map(AuthToken::view).toList())
                        .map(views -> DataPage.of(views, total, wanted.page(), wanted.perPage())));
    }

    /** Takes the whole token or its first characters. */
    @GET
    @Path("/{authToken}")
    @Operation(summary = "Shows an auth token")
    public Uni<Data<AuthTokenView>> get(@PublicId String uid, String authToken) {
        return users.get(uid).chain(user -> tokens.get(uid, authToken)).map(token -> new Data<>(token.view()));
    }

    /** Takes the whole token or its first characters. */
    @DELETE
    @Path("/{authToken}")
    @Operation(summary = "Revokes an auth token")
    public Uni<Data<Done>> revoke(@PublicId String uid, String authToken) {
        AuditActor by = caller.actor();
        return users.get(uid)
                .chain(user -> tokens.revoke(uid, authToken, by))
                .map(done -> new Data<>(Done.of("The auth token was revoked.")));
    }

    /** Succeeds also when there was none. Calls go on: {@code POST /v3/revocations} ends those. */
    @DELETE
    @Operation(summary = "Revokes all auth tokens of the user")
    public Uni<Data<Done>> revokeAll(@PublicId String uid) {
        AuditActor by = caller.actor();
        return users.get(uid)
                .chain(user -> tokens.revokeAll(uid, by))
                .map(count -> new Data<>(Done.of(count + " auth tokens were revoked.")));
    }
}
