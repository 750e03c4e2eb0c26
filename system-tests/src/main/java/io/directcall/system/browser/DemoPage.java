package io.directcall.system.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One tab with the demo page and somebody who joins a call in it. */
public final class DemoPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 630;

    /** Keeps the newest offer where tests can read it. */
    private static final String KEEP_OFFERS = """
            const take = RTCPeerConnection.prototype.setRemoteDescription;
            RTCPeerConnection.prototype.setRemoteDescription = function (description) {
              window.newestOffer = description.sdp;
              return take.call(this, description);
            };""";

    private final BrowserContext context;
    private final Page page;
    private final Guest guest;
    private final List<String> console = Collections.synchronizedList(new ArrayList<>());

    private DemoPage(BrowserContext context, Guest guest) {
        this.context = context;
        this.guest = guest;
        this.page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("uncaught: " + error));
    }

    static DemoPage open(Browser browser, String link, Guest guest) {
        BrowserContext context = browser.newContext(new NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        DemoPage tab = new DemoPage(context, guest);
        context.addInitScript(KEEP_OFFERS);
        tab.page.navigate(link + guest.query());
        return tab;
    }

    /** As the others see it. */
    public String name() {
        return guest.name();
    }

    /** What the SDK measures now; the page must have started its call. */
    public CallStats stats() {
        Object json = page.evaluate("""
                async () => {
                  const stats = await window.directCallDebug?.stats();
                  return stats ? JSON.stringify({ ...stats, timeOrigin: performance.timeOrigin }) : null;
                }""");
        if (json == null) {
            throw new IllegalStateException(guest.name() + "'s page has no call: " + console);
        }
        try {
            return JSON.readValue((String) json, CallStats.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The page's figures can't be read: " + json, e);
        }
    }

    /** Whether the page has a call whose figures can be read. */
    public boolean inCall() {
        return (Boolean) page.evaluate("async () => !!(await window.directCallDebug?.stats())?.participantId");
    }

    /** How many m-lines the page's newest offer has. */
    public int mLines() {
        return ((Number) page.evaluate("() => window.newestOffer.split('\\nm=').length - 1")).intValue();
    }

    /** A button of the call by its label, for example {@code Mute}. */
    public Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** The page itself, for what tests do with it. */
    public Page page() {
        return page;
    }

    /** Messages of the page's console. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** Saves what a person would see. */
    public void screenshot(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
