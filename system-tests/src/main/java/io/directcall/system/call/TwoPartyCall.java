package io.directcall.system.call;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.Chromium;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Places one call between Ada and Grace and watches it. */
final class TwoPartyCall {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Track NOTHING = new Track("none", 0, 0, 0, 0, 0, 0, 0, 0);

    private final String link;
    private final Duration length;
    private final String session = "call-" + UUID.randomUUID();

    TwoPartyCall(String link, Duration length) {
        this.link = link;
        this.length = length;
    }

    /** Joins one after the other, waits for pictures on both sides and measures. */
    CallReport place() {
        // A browser each, as two people have.
        try (Chromium first = Chromium.start();
                Chromium second = Chromium.start();
                DemoPage ada = first.open(link, Guest.of(session, "Ada"))) {
            waitFor(ada, ada::inCall);
            try (DemoPage grace = second.open(link, Guest.of(session, "Grace"))) {
                waitFor(grace, () -> seen(ada) && seen(grace));
                return measure(ada, grace);
            }
        }
    }

    private CallReport measure(DemoPage ada, DemoPage grace) {
        CallStats adaBefore = ada.stats();
        CallStats graceBefore = grace.stats();
        Instant begin = Instant.now();
        ada.page().waitForTimeout((double) length.toMillis());
        CallStats adaAfter = ada.stats();
        CallStats graceAfter = grace.stats();
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        return new CallReport(
                session,
                length.toSeconds(),
                List.of(
                        report(ada.name(), adaBefore, adaAfter, graceAfter, seconds),
                        report(grace.name(), graceBefore, graceAfter, adaAfter, seconds)));
    }

    private static ParticipantReport report(
            String name, CallStats before, CallStats after, CallStats other, double seconds) {
        Track video = camera(after);
        Track audio = audio(after);
        double energy = audio.totalAudioEnergy() - audio(before).totalAudioEnergy();
        long bytes = video.bytesReceived() - camera(before).bytesReceived();
        return new ParticipantReport(
                name,
                ownPicture(after),
                firstFrame(after, other),
                video.framesDecoded(),
                video.frameWidth(),
                video.frameHeight(),
                Math.round(bytes * 8 / 1000.0 / seconds),
                Math.sqrt(Math.max(0, energy) / seconds),
                video.packetsReceived() + audio.packetsReceived(),
                video.packetsLost() + audio.packetsLost());
    }

    private static Long ownPicture(CallStats one) {
        return one.ownPictureAt() == null ? null : Math.round(one.ownPictureAt() - one.joinStartedAt());
    }

    /** From the moment when the second of the two asked to join: before, there was nobody to see. */
    private static Long firstFrame(CallStats one, CallStats other) {
        if (one.firstRemoteFrameAt() == null) {
            return null;
        }
        double complete = Math.max(one.timeOrigin() + one.joinStartedAt(), other.timeOrigin() + other.joinStartedAt());
        return Math.round(one.timeOrigin() + one.firstRemoteFrameAt() - complete);
    }

    private static boolean seen(DemoPage page) {
        return page.stats().firstRemoteFrameAt() != null;
    }

    private static Track camera(CallStats stats) {
        return stats.remotes().stream()
                .map(CallStats.Remote::camera)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOTHING);
    }

    private static Track audio(CallStats stats) {
        return stats.remotes().stream()
                .map(CallStats.Remote::audio)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOTHING);
    }

    /** Gives up silently after a while: the report then says what is missing. */
    private static void waitFor(DemoPage page, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
            page.page().waitForTimeout(100);
        }
    }
}
