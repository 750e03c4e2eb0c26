package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.conference.EndpointState.Change;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointStateTest {
    @ParameterizedTest
    @CsvSource({
        "WAITING,   ALLOCATED, OFFERED",
        "WAITING,   ANSWERED,",
        "WAITING,   HEARD,",
        "WAITING,   SILENT,",
        "WAITING,   RESET,",
        "OFFERED,   ALLOCATED,",
        "OFFERED,   ANSWERED,  ANSWERED",
        "OFFERED,   HEARD,",
        "OFFERED,   SILENT,",
        "OFFERED,   RESET,     WAITING",
        "ANSWERED,  ALLOCATED,",
        "ANSWERED,  ANSWERED,",
        "ANSWERED,  HEARD,     CONNECTED",
        "ANSWERED,  SILENT,    LOST",
        "ANSWERED,  RESET,     WAITING",
        "CONNECTED, ALLOCATED,",
        "CONNECTED, ANSWERED,",
        "CONNECTED, HEARD,",
        "CONNECTED, SILENT,    LOST",
        "CONNECTED, RESET,     WAITING",
        "LOST,      ALLOCATED,",
        "LOST,      ANSWERED,",
        "LOST,      HEARD,     CONNECTED",
        "LOST,      SILENT,",
        "LOST,      RESET,     WAITING",
    })
    void goesFromStateToStateOnlyWhereItMakesSense(EndpointState state, Change change, EndpointState next) {
        assertThat(state.after(change).orElse(null)).isEqualTo(next);
    }
}
