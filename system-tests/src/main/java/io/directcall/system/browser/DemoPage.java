package io.directcall.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One tab with the demo page and somebody who joins a call in it. */
public final class DemoPage implements AutoCloseable {
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 630;

    /** Keeps the newest offer and all connections where tests can reach them. */
    private static final String KEEP_CONNECTIONS = """
            window.connections = new Set();
            const take = RTCPeerConnection.prototype.setRemoteDescription;
            RTCPeerConnection.prototype.setRemoteDescription = function (description) {
              window.connections.add(this);
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
        return open(browser, link, guest, WIDTH, HEIGHT);
    }

    static DemoPage open(Browser browser, String link, Guest guest, int width, int height) {
        BrowserContext context = browser.newContext(new NewContextOptions().setViewportSize(width, height));
        DemoPage tab = new DemoPage(context, guest);
        context.addInitScript(KEEP_CONNECTIONS);
        guest.scripts().forEach(context::addInitScript);
        if (guest.callToken() != null) {
            String answer = "{\"data\":{\"token\":\"" + guest.callToken() + "\"}}";
            context.route(
                    "**/v3/call_tokens",
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("application/json")
                            .setBody(answer)));
        }
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
        return CallStats.parse(String.valueOf(json))
                .orElseThrow(() -> new IllegalStateException(
                        guest.name() + "'s page has no call: " + callbacks() + " " + console));
    }

    /** Whether the page has a call whose figures can be read. */
    public boolean inCall() {
        return (Boolean) page.evaluate("async () => !!(await window.directCallDebug?.stats())?.participantId");
    }

    /** How many m-lines the page's newest offer has. */
    public int mLines() {
        return ((Number) page.evaluate("() => window.newestOffer.split('\\nm=').length - 1")).intValue();
    }

    /** Ends its connections to the bridge as a network does that goes away: nobody says good-bye, and the browser calls them failed. */
    public void loseConnections() {
        page.evaluate("""
                () => window.connections.forEach((one) => {
                  if (one.connectionState === 'closed') return;
                  one.close();
                  Object.defineProperty(one, 'connectionState', { get: () => 'failed' });
                  one.dispatchEvent(new Event('connectionstatechange'));
                })""");
    }

    /**
     * How its newest connection to the bridge sends: {@code host}, {@code srflx}, {@code prflx} or {@code relay}; {@code none} while it is
     * not connected.
     */
    public String way() {
        return (String) page.evaluate("""
                async () => {
                  const stats = await [...(window.connections ?? [])].at(-1)?.getStats();
                  const all = [...(stats?.values() ?? [])];
                  const transport = all.find((one) => one.type === 'transport' && one.dtlsState === 'connected');
                  const pair = stats?.get(transport?.selectedCandidatePairId);
                  return stats?.get(pair?.localCandidateId)?.candidateType ?? 'none';
                }""");
    }

    /** Names of the callbacks that the SDK called so far, oldest first. */
    public List<String> callbacks() {
        return ((List<?>) page.evaluate("() => window.directCallDebug.events.map((one) => one.name)"))
                .stream().map(String.class::cast).toList();
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
