package io.directcall.system.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One headless Firefox with a fake camera and microphone, and one tab in it. Steered over Marionette: Playwright knows no plain Firefox. */
public final class Firefox implements AutoCloseable {
    /** Debian's package. */
    public static final Path PROGRAM = Path.of("/usr/bin/firefox-esr");

    private static final Duration START = Duration.ofSeconds(60);

    private static final String PREFERENCES = """
            user_pref("marionette.port", 0);
            user_pref("media.navigator.streams.fake", true);
            user_pref("media.navigator.permission.disabled", true);
            user_pref("media.peerconnection.ice.loopback", true);
            user_pref("media.autoplay.default", 0);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("app.update.enabled", false);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            """;

    private final Process process;
    private final Marionette marionette;

    private Firefox(Process process, Marionette marionette) {
        this.process = process;
        this.marionette = marionette;
    }

    /** @param folder for its profile and its log; made when it is missing */
    public static Firefox start(Path folder) {
        try {
            Path profile = Files.createDirectories(folder.resolve("profile"));
            Files.writeString(profile.resolve("user.js"), PREFERENCES);
            Path port = profile.resolve("MarionetteActivePort");
            Files.deleteIfExists(port);
            Process process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "--headless",
                            "--marionette",
                            "--no-remote",
                            "--profile",
                            profile.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("firefox.log").toFile())
                    .start();
            return new Firefox(process, connect(process, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Firefox writes its port into a file when it listens. */
    private static Marionette connect(Process process, Path portFile) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(portFile) || Files.size(portFile) == 0) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("Firefox did not start: see firefox.log");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        return Marionette.connect(Integer.parseInt(Files.readString(portFile).strip()));
    }

    /** Opens the demo page. */
    public void open(String link, Guest guest) {
        marionette.send("WebDriver:Navigate", Map.of("url", link + guest.query()));
    }

    /** Loads the page anew, as people do. */
    public void reload() {
        marionette.send("WebDriver:Refresh", Map.of());
    }

    /**
     * Presses a button of the call by its label, for example {@code Mute microphone}.
     *
     * @throws IllegalStateException when the page shows none
     */
    public void press(String label) {
        String script = """
                const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
                const name = (button) => button.getAttribute('aria-label') ?? button.textContent.trim();
                const found = all(document).find((one) => one.matches('button') && name(one) === arguments[0] && one.checkVisibility());
                if (!found) throw new Error('no button ' + arguments[0]);
                found.click();""";
        marionette.send("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of(label)));
    }

    /** What the SDK measures now; nothing before the page is in a call. */
    public Optional<CallStats> stats() {
        String script = """
                const done = arguments[arguments.length - 1];
                Promise.resolve(window.directCallDebug?.stats()).then((stats) =>
                  done(JSON.stringify(stats?.participantId ? { ...stats, timeOrigin: performance.timeOrigin } : null)))""";
        String stats = marionette
                .send("WebDriver:ExecuteAsyncScript", Map.of("script", script, "args", List.of()))
                .path("value")
                .asText();
        return CallStats.parse(stats);
    }

    @Override
    public void close() {
        marionette.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
