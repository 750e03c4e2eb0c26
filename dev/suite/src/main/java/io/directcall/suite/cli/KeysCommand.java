package io.directcall.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys of an installation: API keys, which servers send, and signing keys, which sign call tokens. */
@Command(name = "keys")
final class KeysCommand {
    private static final String API_KEYS = "/v3/api_keys";
    private static final String SIGNING_KEYS = "/v3/signing_keys";
    private static final int MOST_SHOWN = 1000;

    @Spec
    private CommandSpec spec;

    /** Only the key goes to the standard output, so that a script can take it. */
    @Command(name = "create")
    int create(
            @Mixin Installation installation,
            @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "fullAccess") String scope,
            @Option(names = "--name", paramLabel = "TEXT") String name) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("scope", scope);
        if (name != null) {
            wanted.put("name", name);
        }
        JsonNode made = installation.post(API_KEYS, wanted.toString());
        spec.commandLine()
                .getErr()
                .printf(
                        "API key %s with the scope %s. It is shown this once:%n",
                        made.path("id").asText(), made.path("scope").asText());
        out().println(made.path("apiKey").asText());
        return 0;
    }

    @Command(name = "list")
    int list(@Mixin Installation installation) {
        JsonNode apiKeys = installation.get(API_KEYS + "?perPage=" + MOST_SHOWN);
        JsonNode signingKeys = installation.get(SIGNING_KEYS);
        KeyTables.printApiKeys(apiKeys, out());
        out().println();
        KeyTables.printSigningKeys(signingKeys, out());
        return 0;
    }

    @Command(name = "revoke")
    int revoke(@Mixin Installation installation, @Parameters(paramLabel = "ID") UUID id) {
        JsonNode done = installation.delete(API_KEYS + "/" + id);
        out().println(done.path("message").asText());
        return 0;
    }

    @Command(name = "rotate")
    int rotate(@Mixin Installation installation, @Option(names = "--in", paramLabel = "SECONDS") Integer seconds) {
        JsonNode made =
                installation.post(SIGNING_KEYS, seconds == null ? "{}" : "{\"signsInSeconds\":" + seconds + "}");
        out().println("Signing key " + made.path("kid").asText() + " is published and signs from "
                + KeyTables.time(made.path("signsFrom")) + ". Tokens of the old key stay valid.");
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
