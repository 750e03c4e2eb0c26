package io.directcall.session.webhook;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.Data;
import io.directcall.service.DataPage;
import io.directcall.service.PageRequest;
import io.directcall.service.error.ApiException;
import io.directcall.service.security.RequiresApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v3/webhooks/deliveries}: for operators, what was sent to the application's server and what was not. */
@Path("/v3/webhooks/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "Webhooks")
public class WebhookResource {
    private final DeliveryLog log;

    WebhookResource(DeliveryLog log) {
        this.log = log;
    }

    /** Pages of {@code perPage} (100) deliveries, the newest first. */
    @GET
    @Operation(summary = "Lists webhook deliveries")
    public Uni<DataPage<DeliveryView>> list(
            @RestQuery String state,
            @RestQuery String sessionId,
            @RestQuery String target,
            @RestQuery String page,
            @RestQuery String perPage) {
        DeliveryFilter filter = DeliveryFilter.parse(state, sessionId, target);
        PageRequest wanted = PageRequest.parse(page, perPage);
        return log.count(filter)
                .chain(total -> log.list(filter, wanted)
                        .map(found -> DataPage.of(found, total, wanted.page(), wanted.perPage())));
    }

    /** 404 when there is none, or none any more. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a webhook delivery with its body and attempts")
    public Uni<Data<DeliveryView>> get(@RestPath String id) {
        return log.get(id).map(Data::new);
    }

    /** Whatever its state: what was delivered is sent again too. */
    @POST
    @Path("/{id}/replay")
    @ResponseStatus(202)
    @Operation(summary = "Sends a webhook delivery again")
    public Uni<Data<DeliveryView>> replay(@RestPath String id) {
        return log.replay(id).map(Data::new);
    }

    /** Only those that failed: to send all that was delivered once more is nobody's wish. */
    @POST
    @Path("/replay")
    @ResponseStatus(202)
    @Operation(summary = "Sends all failed webhook deliveries again")
    public Uni<Data<Replayed>> replayFailed(@RestQuery String state, @RestQuery String target) {
        DeliveryFilter filter = DeliveryFilter.parse(state, null, target);
        if (filter.state() != null && filter.state() != DeliveryState.FAILED) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The field 'state' must be failed.");
        }
        return log.replayFailed(filter.target()).map(Replayed::new).map(Data::new);
    }

    /** @param replayed how many are sent again */
    public record Replayed(int replayed) {}
}
