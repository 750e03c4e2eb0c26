package io.directcall.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A demo page for benchmarks, light enough for thirty of them on two cores: a small drawn camera, no sound, and the others' pictures are
 * decoded but not shown. It keeps the time of each.
 */
public final class FramePage {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 320;

    private static final String SEEN_SINCE =
            "since => Object.keys(window.decodedFrames).filter(of => window.decodedFrames[of].at(-1) > since)";

    private final Page page;
    private final String name;

    private FramePage(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** A tab of its own in a context that others share. */
    static FramePage open(BrowserContext context, String link, Guest guest) {
        Page page = context.newPage();
        page.setViewportSize(WIDTH, HEIGHT);
        page.addInitScript(script());
        page.navigate(link + guest.query());
        return new FramePage(page, guest.name());
    }

    /** When frames were decoded, by the name of whom they show, in ms since 1970 by this machine's clock; the oldest first. */
    public Map<String, List<Double>> frames() {
        Map<String, List<Double>> frames = new HashMap<>();
        ((Map<?, ?>) page.evaluate("() => window.decodedFrames"))
                .forEach((of, times) -> frames.put(
                        (String) of,
                        ((List<?>) times)
                                .stream()
                                        .map(time -> ((Number) time).doubleValue())
                                        .toList()));
        frames.keySet().removeIf(this::isOwn);
        return frames;
    }

    /** Whose pictures were decoded after this time, in ms since 1970. Costs the page much less than {@link #frames}. */
    public Set<String> seenSince(double time) {
        Set<String> seen = new HashSet<>();
        ((List<?>) page.evaluate(SEEN_SINCE, time)).forEach(of -> seen.add((String) of));
        seen.removeIf(this::isOwn);
        return seen;
    }

    /** Its own picture has a name with "(you)". */
    private boolean isOwn(String of) {
        return of.startsWith(name);
    }

    /** What a person would read about the state of the call; for reports of what went wrong. */
    public String status() {
        return page.locator(".status").allInnerTexts() + " " + page.evaluate("() => window.directCallDebug?.errors");
    }

    private static String script() {
        try (InputStream script = FramePage.class.getResourceAsStream("frame-log.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
