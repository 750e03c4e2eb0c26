package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchTest {
    @ParameterizedTest
    @CsvSource({
        "ON,   true,  false, OFF",
        "ON,   true,  true,  HELD",
        "ON,   false, true,  ON",
        "OFF,  true,  true,  OFF",
        "OFF,  true,  false, OFF",
        "OFF,  false, false, ON",
        "HELD, true,  false, HELD",
        "HELD, true,  true,  HELD",
        "HELD, false, false, ON",
        "HELD, false, true,  ON",
    })
    void countsWhoSwitchedItOffFirst(Switch before, boolean off, boolean byOther, Switch after) {
        assertThat(before.after(off, byOther)).isEqualTo(after);
    }
}
