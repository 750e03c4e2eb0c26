package io.directcall.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.directcall.system.support.Waiting.within;

import com.microsoft.playwright.Locator;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alone in a call, in real time. */
@ExtendWith(SharedSuite.class)
class IdleTest {
    /** Warned at once, as the notice is longer. */
    private static final String SHORT = "6";
    /** Warned after 3 s. */
    private static final String LONG = "63";

    private Gathering call;

    @BeforeEach
    void gather(RunningSuite suite) {
        call = new Gathering(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    private static Locator prompt(DemoPage page) {
        return page.page().locator(".prompt");
    }

    @Test
    void who_is_alone_is_warned_and_then_sent_home(RunningSuite suite) {
        // When
        DemoPage ada = call.join(Guest.of(call.session(), "Ada").with("idle", SHORT));

        // Then
        assertThat(prompt(ada)).isVisible();
        ada.screenshot(Path.of("target/idle-prompt.png"));
        within(20).until(() -> (Boolean) ada.page()
                .evaluate("() => window.directCallDebug.events.some((one) => one.name === 'onSessionTimeout')"));
        within(5)
                .until(() -> "idle"
                        .equals(new Api(suite.link()).session(call.session()).path("data.endReason")));
    }

    @Test
    void who_wants_to_stay_says_so() {
        // Given
        DemoPage ada = call.join(Guest.of(call.session(), "Ada").with("idle", LONG));
        within(15).until(() -> prompt(ada).isVisible());

        // When
        ada.button("Stay in the call").click();

        // Then
        assertThat(prompt(ada)).isHidden();
    }

    @Test
    void company_takes_the_question_away() {
        // Given
        DemoPage ada = call.join(Guest.of(call.session(), "Ada").with("idle", LONG));
        within(15).until(() -> prompt(ada).isVisible());

        // When
        call.join("Grace");

        // Then
        assertThat(prompt(ada)).isHidden();
    }
}
