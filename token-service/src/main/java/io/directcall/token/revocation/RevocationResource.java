package io.directcall.token.revocation;

import io.directcall.contracts.token.Revocation;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/revocations}. */
@Path("/v3/revocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "Revocations")
public class RevocationResource {
    private final RevocationTable table;
    private final Caller caller;

    /** Built by the container. */
    public RevocationResource(RevocationTable table, Caller caller) {
        this.table = table;
        this.caller = caller;
    }

    /** Takes effect in all services within a second; whoever is in a call by such a token leaves it. */
    @POST
    @Operation(summary = "Revokes a call token, a user's call tokens, or those for one session, with a ban when wanted")
    public Uni<Data<List<RevocationView>>> revoke(@NotNull @Valid NewRevocation body) {
        return table.revoke(body, caller.actor()).map(RevocationResource::views).map(Data::new);
    }

    /** Pages of {@code perPage} (100), the newest first. */
    @GET
    @Operation(summary = "Lists the revocations and bans that are in force")
    public Uni<DataPage<RevocationView>> list(@QueryParam("page") String page, @QueryParam("perPage") String perPage) {
        PageRequest wanted = PageRequest.parse(page, perPage);
        return table.count()
                .flatMap(total -> table.list(wanted)
                        .map(found -> DataPage.of(views(found), total, wanted.page(), wanted.perPage())));
    }

    /** 404 when there is no such ban. Tokens that were issued before the ban stay revoked. */
    @DELETE
    @Operation(summary = "Lifts the ban of a user from a session")
    public Uni<Data<Done>> lift(
            @NotNull @PublicId @QueryParam("uid") String uid,
            @NotNull @PublicId @QueryParam("sessionId") String sessionId) {
        return table.lift(uid, sessionId, caller.actor()).map(done -> new Data<>(Done.of("The ban was lifted.")));
    }

    private static List<RevocationView> views(List<Revocation> revocations) {
        return revocations.stream().map(RevocationView::of).toList();
    }
}
