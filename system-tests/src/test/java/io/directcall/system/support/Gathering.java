package io.directcall.system.support;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.Chromium;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People in one session, each in a browser of their own kind of isolation; closes all of them at the end of a test. */
public final class Gathering implements AutoCloseable {
    private final String link;
    private final String session = Api.newSession();
    private final Chromium browser = Chromium.start();
    private final List<DemoPage> pages = new ArrayList<>();

    /** @param link of the suite */
    public Gathering(String link) {
        this.link = link;
    }

    /** The session's id. */
    public String session() {
        return session;
    }

    /** Opens a page that joins and waits until it is in the call. */
    public DemoPage join(String name) {
        return join(Guest.of(session, name));
    }

    /** The same with more parameters. */
    public DemoPage join(Guest guest) {
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

    /** Waits until all pages show exactly these others. */
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

    @Override
    public void close() {
        for (DemoPage page : pages) {
            page.screenshot(Path.of("target/screenshots", session + "-" + page.name() + ".png"));
        }
        browser.close();
    }
}
