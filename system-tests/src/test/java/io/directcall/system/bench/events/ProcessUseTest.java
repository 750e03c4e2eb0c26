package io.directcall.system.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUseTest {
    @Test
    void memoryIsReadInBytes() {
        // When
        long rss = ProcessUse.rss(List.of("Name:\tjava", "VmHWM:\t  999 kB", "VmRSS:\t  204800 kB"));

        // Then
        assertThat(rss).isEqualTo(200L * 1024 * 1024);
    }

    @Test
    void userAndSystemTimeAreAddedWhateverTheCommandIsCalled() {
        // When
        Duration cpu = ProcessUse.cpu("42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 13 14");

        // Then
        assertThat(cpu).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void thisProcessUsesSomething() {
        // When
        ProcessUse use = ProcessUse.ofTree(ProcessHandle.current().pid());

        // Then
        assertThat(use.rssBytes()).isPositive();
        assertThat(use.cpu()).isPositive();
    }
}
