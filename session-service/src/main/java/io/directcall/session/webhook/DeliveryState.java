package io.directcall.session.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.util.Arrays;
import java.util.Locale;

/** Where a delivery stands. */
enum DeliveryState {
    /** For its first or its next attempt, or for the answer to one. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    /** Given up. */
    @JsonProperty("failed")
    FAILED;

    /** As it is written in the database and in queries. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ApiException 400 that names the field */
    static DeliveryState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ErrorCode.ERR_BAD_REQUEST, "The field 'state' must be waiting, delivered or failed."));
    }
}
