package io.directcall.media.signalling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.MediaCommand;
import io.directcall.service.error.ApiException;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Hands commands to the replica that owns their session. */
@ApplicationScoped
public class CommandPublisher {
    private final MutinyEmitter<Record<String, String>> commands;
    private final ObjectMapper json;

    CommandPublisher(@Channel("media-commands") MutinyEmitter<Record<String, String>> commands, ObjectMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** @return completes when Kafka has it; fails with 503 when Kafka does not take it in time */
    Uni<Void> publish(MediaCommand command) {
        return commands.send(Record.of(command.sessionId(), write(command)))
                .onFailure()
                .transform(failure -> {
                    Log.warnf("session=%s command not sent: %s", command.sessionId(), failure.toString());
                    return new ApiException(ErrorCode.ERR_UNAVAILABLE);
                });
    }

    private String write(MediaCommand command) {
        try {
            return json.writerFor(MediaCommand.class).writeValueAsString(command);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
