package io.directcall.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that stays open all day, and has one call after another. */
@ExtendWith(SharedSuite.class)
class ManyCallsTest {
    private static final int FIRST_ROUNDS = 10;
    private static final int ROUNDS = 50;
    /** Of the browser's own: what it keeps of one call more or less at the moment of looking. */
    private static final double NODES = 200;

    private static final double LISTENERS = 50;
    private static final double KILOBYTES = 1_500;

    private static final String CALLS = """
            async (rounds) => {
              const { calls } = window.directCallDebug;
              const { token } = await calls.generateToken('rounds-' + Math.random().toString(36).slice(2));
              const element = document.body.appendChild(document.createElement('div'));
              for (let round = 0; round < rounds; round++) {
                await calls.startSession(token, new calls.CallSettingsBuilder().build(), element);
                while ((await calls.getCallStats()).connectionState !== 'connected')
                  await new Promise((wake) => setTimeout(wake, 20));
                calls.endSession();
              }
              element.remove();
            }""";

    /** What a page holds after everything was collected that can be. */
    private record Held(double nodes, double listeners, double kilobytes) {}

    @Test
    void leave_nothing_behind_in_the_page(RunningSuite suite) {
        try (Gathering call = new Gathering(suite.link())) {
            // Given
            DemoPage page = call.join("Ada");
            call.leave();
            CDPSession browser = page.page().context().newCDPSession(page.page());
            page.page().evaluate(CALLS, FIRST_ROUNDS);
            Held before = held(browser);

            // When
            page.page().evaluate(CALLS, ROUNDS);

            // Then
            Held after = held(browser);
            System.err.println("After " + FIRST_ROUNDS + " calls " + before + ", after " + ROUNDS + " more " + after);
            assertThat(after.nodes()).isLessThan(before.nodes() + NODES);
            assertThat(after.listeners()).isLessThan(before.listeners() + LISTENERS);
            assertThat(after.kilobytes()).isLessThan(before.kilobytes() + KILOBYTES);
            assertThat(page.console()).noneMatch(line -> line.startsWith("uncaught"));
        }
    }

    private static Held held(CDPSession browser) {
        // What is freed by the first may free more with the next.
        for (int time = 0; time < 3; time++) {
            browser.send("HeapProfiler.collectGarbage");
        }
        JsonObject counters = browser.send("Memory.getDOMCounters");
        JsonObject heap = browser.send("Runtime.getHeapUsage");
        return new Held(
                counters.get("nodes").getAsDouble(),
                counters.get("jsEventListeners").getAsDouble(),
                heap.get("usedSize").getAsDouble() / 1_024);
    }
}
