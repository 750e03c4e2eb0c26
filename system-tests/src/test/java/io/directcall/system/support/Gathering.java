package io.directcall.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.Chromium;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** People in one session; ends it and closes their browsers at the end of a test. */
public final class Gathering implements AutoCloseable {
    private static final Duration BEEP = Duration.ofMillis(1500);
    private static final double SILENT_ENERGY = 0.001;
    private static final int ENDED = 204;
    private static final int NEVER_STARTED = 404;
    private static final int OVER_ALREADY = 409;

    private final String link;
    private final String session;
    private final List<Chromium> browsers = new ArrayList<>();
    private final List<DemoPage> pages = new ArrayList<>();

    /** @param link of the suite */
    public Gathering(String link) {
        this(link, Api.newSession());
    }

    /** In a session with a name that people would choose. */
    public Gathering(String link, String session) {
        this.link = link;
        this.session = session;
    }

    /** The session's id. */
    public String session() {
        return session;
    }

    /** Opens a page that joins and waits until it is in the call. */
    public DemoPage join(String name) {
        return join(Guest.of(session, name));
    }

    /** The same with more parameters, in a tab of a browser that all such guests share. */
    public DemoPage join(Guest guest) {
        if (browsers.isEmpty()) {
            browsers.add(Chromium.start());
        }
        return join(guest, browsers.getFirst());
    }

    /** Joins with a drawn face, in a browser of their own. */
    public DemoPage joinAs(Portrait portrait, String name) throws IOException {
        Path film = Path.of("target/portraits", name + ".mjpeg");
        portrait.film(film);
        Chromium browser = Chromium.startWithCamera(film);
        browsers.add(browser);
        return join(Guest.of(session, name), browser);
    }

    /** Joins in a browser that nobody shares. */
    public DemoPage joinAlone(String name) {
        Chromium browser = Chromium.start();
        browsers.add(browser);
        return join(Guest.of(session, name), browser);
    }

    /** Joins in a browser that somebody else closes. */
    public DemoPage joinIn(Chromium browser, Guest guest) {
        return join(guest, browser);
    }

    /** Kills the browser that was opened last. */
    public void killNewestBrowser() {
        browsers.removeLast().kill();
    }

    private DemoPage join(Guest guest, Chromium browser) {
        DemoPage page = browser.open(link, guest);
        pages.add(page);
        Waiting.within(20).until(page::inCall);
        return page;
    }

    /** Waits until a page decodes pictures of somebody, more than it has now. */
    public static void awaitPictures(DemoPage viewer, String of) {
        long now = camera(viewer, of).framesDecoded();
        Waiting.within(20)
                .until(() -> camera(viewer, of).framesDecoded() > now + 5
                        && camera(viewer, of).frameWidth() > 0);
    }

    /** Waits until a page hears somebody, more than it has now. */
    public static void awaitSound(DemoPage listener, String of) {
        double now = audio(listener, of).totalAudioEnergy();
        Waiting.within(20).until(() -> audio(listener, of).totalAudioEnergy() > now);
    }

    /**
     * Waits until a page hears nothing of somebody. The fake microphones beep once a second, so it listens for longer than that; what a
     * muted one sends is not exactly zero after it was coded.
     */
    public static void awaitSilence(DemoPage listener, String of) {
        var heard = new AtomicReference<>(Double.NEGATIVE_INFINITY);
        Waiting.within(20).pollInterval(BEEP).until(() -> {
            double now = audio(listener, of).totalAudioEnergy();
            return now - heard.getAndSet(now) < SILENT_ENERGY;
        });
    }

    /** Waits until a page decodes no more pictures of somebody. */
    public static void awaitStill(DemoPage viewer, String of) {
        var decoded = new AtomicLong(-1);
        Waiting.within(20).pollInterval(BEEP).until(() -> {
            long now = camera(viewer, of).framesDecoded();
            return decoded.getAndSet(now) == now;
        });
    }

    /** Waits until a page shows exactly these others. */
    public static void awaitOthers(DemoPage page, String... names) {
        Waiting.within(20)
                .until(() -> page.stats().remotes().stream()
                        .map(CallStats.Remote::name)
                        .sorted()
                        .toList()
                        .equals(List.of(names).stream().sorted().toList()));
    }

    /** The camera of somebody as a page gets it; zeros when it does not. */
    public static Track camera(DemoPage viewer, String of) {
        return viewer.stats()
                .remote(of)
                .flatMap(CallStats.Remote::camera)
                .orElse(new Track("camera", 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** The microphone of somebody as a page gets it; zeros when it does not. */
    public static Track audio(DemoPage listener, String of) {
        return listener.stats()
                .remote(of)
                .flatMap(CallStats.Remote::audio)
                .orElse(new Track("audio", 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** All leave by the button. */
    public void leave() {
        pages.stream().filter(DemoPage::inCall).forEach(page -> {
            page.button("Leave call").click();
            Waiting.within(20).until(() -> !page.inCall());
        });
    }

    /**
     * Ends the session before the browsers close: whoever just vanishes keeps the place for as long as a page may take to load again, and the
     * next test finds the bridge in use; all vanishing at once look like a bridge that has lost its endpoints.
     */
    @Override
    public void close() {
        try {
            Response end = new Api(link).asServer().delete("/sessions/{sid}", session);
            assertThat(end.statusCode()).as(end.asString()).isIn(ENDED, NEVER_STARTED, OVER_ALREADY);
        } finally {
            browsers.forEach(Chromium::close);
        }
    }
}
