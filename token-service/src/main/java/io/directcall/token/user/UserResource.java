package io.directcall.token.user;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.service.Data;
import io.directcall.service.DataPage;
import io.directcall.service.PageRequest;
import io.directcall.service.security.Caller;
import io.directcall.service.security.RequiresApiKey;
import io.directcall.service.validation.PublicId;
import io.directcall.token.Done;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/users}. */
@Path("/v3/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "Users")
public class UserResource {
    private final Users users;
    private final Caller caller;

    /** Built by the container. */
    public UserResource(Users users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    /** 409 when the uid is taken. */
    @POST
    @RequiresApiKey(scope = ApiKeyScope.AUTH_ONLY)
    @Operation(summary = "Creates a user")
    public Uni<Data<UserView>> create(@NotNull @Valid NewUser body) {
        return users.create(body).map(UserResource::show);
    }

    /** Pages of {@code perPage} (100) users, by uid. */
    @GET
    @RequiresApiKey(scope = ApiKeyScope.AUTH_ONLY)
    @Operation(summary = "Lists users")
    public Uni<DataPage<UserView>> list(@QueryParam("page") String page, @QueryParam("perPage") String perPage) {
        PageRequest wanted = PageRequest.parse(page, perPage);
        return users.count()
                .flatMap(total -> users.list(wanted)
                        .map(found -> found.stream().map(User::view).toList())
                        .map(views -> DataPage.of(views, total, wanted.page(), wanted.perPage())));
    }

    /** 404 when there is none. */
    @GET
    @Path("/{uid}")
    @RequiresApiKey(scope = ApiKeyScope.AUTH_ONLY)
    @Operation(summary = "Shows a user")
    public Uni<Data<UserView>> get(@PublicId String uid) {
        return users.get(uid).map(UserResource::show);
    }

    /** Call tokens that were signed before keep the old name. */
    @PUT
    @Path("/{uid}")
    @RequiresApiKey(scope = ApiKeyScope.AUTH_ONLY)
    @Operation(summary = "Changes a user")
    public Uni<Data<UserView>> change(@PublicId String uid, @NotNull @Valid ChangedUser body) {
        return users.change(uid, body).map(UserResource::show);
    }

    /** The user's auth tokens and call tokens stop working; it leaves the calls that it is in. */
    @DELETE
    @Path("/{uid}")
    @Operation(summary = "Deletes a user and its auth tokens")
    public Uni<Data<Done>> delete(@PublicId String uid) {
        return users.delete(uid, caller.actor()).map(done -> new Data<>(Done.of("The user " + uid + " was deleted.")));
    }

    private static Data<UserView> show(User user) {
        return new Data<>(user.view());
    }
}
