package io.directcall.system;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.directcall.system.browser.Chromium;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.SharedSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One user calls another by the demo page, without a link. */
@ExtendWith(SharedSuite.class)
class RingingTest {
    private final Chromium browser = Chromium.start();
    private String link;
    private Page ada;
    private Page grace;
    private String gracesAddress;

    @BeforeEach
    void open(RunningSuite suite) {
        link = suite.link();
        ada = open("Ada");
        grace = open("Grace");
        gracesAddress = reachable(grace);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void who_takes_the_call_is_in_it_and_the_end_is_the_end_for_both() {
        // When
        call(ada, gracesAddress);
        button(grace, "Accept").click();

        // Then
        within(30).until(() -> seesSomebody(ada) && seesSomebody(grace));

        // When
        button(ada, "Leave call").click();

        // Then
        within(20).until(() -> !inCall(ada) && !inCall(grace));
    }

    @Test
    void who_declines_is_left_alone_and_the_caller_hears_of_it() {
        // When
        call(ada, gracesAddress);
        button(grace, "Decline").click();

        // Then
        ada.getByText(gracesAddress + " declined the call.").waitFor();
        within(20).until(() -> button(grace, "Accept").count() == 0);
        assertThat(inCall(ada) || inCall(grace)).isFalse();
    }

    @Test
    void it_rings_no_more_when_the_caller_gives_up() {
        // When
        call(ada, gracesAddress);
        button(grace, "Accept").waitFor();
        button(ada, "Cancel").click();

        // Then
        within(20).until(() -> button(grace, "Accept").count() == 0);
    }

    @Test
    void another_device_of_the_user_rings_too_until_one_of_them_takes_the_call() {
        // Given
        Page laptop = grace.context().newPage();
        laptop.addInitScript("sessionStorage.setItem('uid-suffix', '%s')"
                .formatted(gracesAddress.substring(gracesAddress.indexOf('-') + 1)));
        laptop.navigate(link);
        name(laptop, "Grace");
        assertThat(reachable(laptop)).isEqualTo(gracesAddress);

        // When
        call(ada, gracesAddress);
        button(laptop, "Accept").waitFor();
        button(grace, "Accept").click();

        // Then
        within(20).until(() -> button(laptop, "Accept").count() == 0);
        within(30).until(() -> seesSomebody(ada) && seesSomebody(grace));
        assertThat(inCall(laptop)).isFalse();
    }

    private Page open(String name) {
        Page page = browser.blank();
        page.navigate(link);
        name(page, name);
        return page;
    }

    private static void name(Page page, String name) {
        page.getByLabel("Your name").fill(name);
    }

    private static String reachable(Page page) {
        button(page, "Let others call me").click();
        Locator address = page.getByLabel("Others call you at");
        address.waitFor();
        return address.inputValue();
    }

    private static void call(Page page, String address) {
        page.getByLabel("Address of somebody").fill(address);
        button(page, "Call").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static boolean inCall(Page page) {
        return (Boolean) page.evaluate("async () => !!(await window.directCallDebug.stats())?.participantId");
    }

    private static boolean seesSomebody(Page page) {
        return (Boolean) page.evaluate("""
                async () => {
                  const { remotes = [] } = (await window.directCallDebug.stats()) ?? {};
                  const cameras = remotes.flatMap((one) => one.tracks).filter((one) => one.kind === 'camera');
                  return cameras.some((one) => one.framesDecoded > 5);
                }""");
    }
}
