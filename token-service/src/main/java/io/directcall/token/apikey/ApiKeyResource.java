package io.directcall.token.apikey;

import io.directcall.service.Data;
import io.directcall.service.DataPage;
import io.directcall.service.PageRequest;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.security.Caller;
import io.directcall.service.security.RequiresApiKey;
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
import java.security.SecureRandom;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /v3/api_keys}: for operators. */
@Path("/v3/api_keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "API keys")
public class ApiKeyResource {
    private final StoredApiKeys keys;
    private final PublishedApiKeys published;
    private final Caller caller;
    private final SecureRandom random = new SecureRandom();

    /** Built by the container. */
    public ApiKeyResource(StoredApiKeys keys, PublishedApiKeys published, Caller caller) {
        this.keys = keys;
        this.published = published;
        this.caller = caller;
    }

    /** The only answer that shows the whole key. It comes when the key works, or after 1 s while Kafka is slow or away. */
    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes an API key")
    public Uni<Data<ApiKeyView>> create(@NotNull @Valid NewApiKey body) {
        ApiKeySecret secret = ApiKeySecret.random(random);
        return keys.create(body, secret, caller.actor())
                .call(made -> published.await(secret.hash()).onFailure().recoverWithNull())
                .map(made -> new Data<>(made.shownWith(secret.value())));
    }

    /** Pages of {@code perPage} (100) keys, the newest first, each by its first characters. Without those of the configuration. */
    @GET
    @Operation(summary = "Lists the API keys that are valid")
    public Uni<DataPage<ApiKeyView>> list(@QueryParam("page") String page, @QueryParam("perPage") String perPage) {
        PageRequest wanted = PageRequest.parse(page, perPage);
        return keys.count()
                .flatMap(total -> keys.list(wanted)
                        .map(found -> found.stream().map(StoredApiKey::view).toList())
                        .map(views -> DataPage.of(views, total, wanted.page(), wanted.perPage())));
    }

    /** Within a second no service takes it any more. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes an API key")
    public Uni<Data<Done>> revoke(UUID id) {
        return keys.revoke(id, caller.actor()).map(done -> new Data<>(Done.of("The API key " + id + " was revoked.")));
    }
}
