package io.directcall.system.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One headless Chromium with a fake camera and microphone that nobody has to allow. Playwright objects belong to the thread that made
 * them, so this does as well.
 */
public final class Chromium implements AutoCloseable {
    /** Debian's package. */
    public static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows",
            "--disable-component-update",
            "--disable-sync",
            // Chrome keeps its shared memory in /dev/shm, which is small in containers.
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it with a profile of its own and the usual test picture in its camera. */
    public static Chromium start() {
        return start(FLAGS);
    }

    /** The same with this film, motion JPEG, in its camera. */
    public static Chromium startWithCamera(Path film) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--use-file-for-fake-video-capture=" + film.toAbsolutePath());
        return start(flags);
    }

    /** The same for servers that only listen on the loopback address, also on a machine that has no other network. */
    public static Chromium startOnLoopback() {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--allow-loopback-in-peer-connection");
        return start(flags);
    }

    /** For many light pages: they share one process. */
    public static Chromium startForMany() {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--process-per-site");
        return start(flags);
    }

    private static Chromium start(List<String> flags) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setHeadless(true)
                        .setArgs(flags));
        return new Chromium(playwright, browser);
    }

    /** A new tab that shares nothing with the others. */
    public DemoPage open(String link, Guest guest) {
        return DemoPage.open(browser, link, guest);
    }

    /**
     * New tabs with a small camera, no sound, and a log of the frames that arrive. They share a process. At most three: a browser has six
     * connections to a server, and each tab keeps one for its events.
     */
    public List<FramePage> openForFrames(String link, List<Guest> guests) {
        BrowserContext shared = browser.newContext();
        return guests.stream().map(guest -> FramePage.open(shared, link, guest)).toList();
    }

    /** A new tab with an empty page. */
    public Page blank() {
        return browser.newContext().newPage();
    }

    /** Waits, and takes in meanwhile what its pages have to say; there must be one. */
    public void idle(int millis) {
        browser.contexts().getFirst().pages().getFirst().waitForTimeout(millis);
    }

    /** Kills the browser's processes: no page can say good-bye. */
    public void kill() {
        JsonObject answer = browser.newBrowserCDPSession().send("SystemInfo.getProcessInfo");
        for (JsonElement process : answer.getAsJsonArray("processInfo")) {
            long pid = process.getAsJsonObject().get("id").getAsLong();
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
