package io.directcall.session.ringing.api;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.service.validation.PublicId;
import io.directcall.session.ringing.Wish;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that is to be placed.
 *
 * @param receiver uid or guid of who is called
 * @param receiverType what {@code receiver} names
 * @param type audio or video
 * @param timeout seconds that it rings, 5 to 600; default as the installation says, 45
 * @param metadata whatever the caller sends along, up to 4 KB as JSON; default nothing
 */
public record CallRequest(
        @NotNull @PublicId String receiver,
        @NotNull ReceiverType receiverType,
        @NotNull CallType type,
        @Min(5) @Max(600) Integer timeout,
        @SmallJson Map<String, Object> metadata) {
    Wish toWish(String caller, Duration defaultRinging) {
        Duration ringing = Optional.ofNullable(timeout).map(Duration::ofSeconds).orElse(defaultRinging);
        return new Wish(caller, receiver, receiverType, type, ringing, Objects.requireNonNullElse(metadata, Map.of()));
    }
}
