package io.directcall.session.ringing.api;

import io.directcall.service.Data;
import io.directcall.service.security.RequiresApiKey;
import io.directcall.service.validation.PublicId;
import io.directcall.session.ringing.GroupTable;
import io.directcall.session.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who is called when a group is called. The application's server says so. */
@Path("/v3/groups/{guid}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
@RequiresApiKey
public class GroupResource {
    private final GroupTable groups;
    private final Transactions transactions;

    GroupResource(GroupTable groups, Transactions transactions) {
        this.groups = groups;
        this.transactions = transactions;
    }

    /** Makes these the members of the group, and the group if there is none. The users need not exist yet. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the members of a group")
    @Path("/members")
    public Uni<Data<GroupAnswer>> replace(@RestPath @PublicId String guid, @NotNull @Valid GroupRequest body) {
        List<String> members = body.members().stream().distinct().toList();
        return transactions
                .in(db -> groups.replace(db, guid, members))
                .map(ignored -> new Data<>(new GroupAnswer(guid, members)));
    }

    /** The members in the order in which they were named. */
    @GET
    @Operation(summary = "Shows the members of a group")
    @Path("/members")
    public Uni<Data<GroupAnswer>> read(@RestPath @PublicId String guid) {
        return transactions
                .in(db -> groups.members(db, guid))
                .map(members -> new Data<>(new GroupAnswer(guid, members)));
    }

    /** Forgets the group. Its calls go on. */
    @DELETE
    @Operation(summary = "Deletes a group")
    public Uni<Void> delete(@RestPath @PublicId String guid) {
        return transactions.in(db -> groups.delete(db, guid));
    }
}
