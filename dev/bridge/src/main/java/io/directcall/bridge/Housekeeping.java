package io.directcall.bridge;

import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.conference.FeedbackRound;
import io.directcall.bridge.conference.LayerSelection;
import io.directcall.bridge.health.BridgeState;
import io.directcall.bridge.health.Load;
import io.directcall.bridge.media.UdpServer;

/** All that the bridge does by the clock, on the control thread. */
final class Housekeeping implements Runnable {
    static final int TICK_MILLIS = 100;
    private static final int TICKS_PER_SWEEP = 5;
    private static final int TICKS_PER_REPORT = 10;
    private static final int TICKS_PER_SAMPLE = 100;
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final Conferences conferences;
    private final UdpServer udp;
    private final Load load;
    private final BridgeState state;
    private final Runnable onShutdown;
    private long ticks;

    /** @param onShutdown called when an ordered shutdown is over */
    Housekeeping(Conferences conferences, UdpServer udp, Load load, BridgeState state, Runnable onShutdown) {
        this.conferences = conferences;
        this.udp = udp;
        this.load = load;
        this.state = state;
        this.onShutdown = onShutdown;
    }

    @Override
    public void run() {
        try {
            tick();
        } catch (RuntimeException e) {
            // An executor ends a periodic task at its first exception, and with it the feedback of all calls.
            LOG.log(System.Logger.Level.ERROR, "housekeeping failed", e);
        }
    }

    private void tick() {
        ticks++;
        conferences.all().forEach(FeedbackRound::congestion);
        conferences.all().forEach(LayerSelection::select);
        conferences.all().forEach(FeedbackRound::keyframes);
        if (ticks % TICKS_PER_SWEEP == 0) {
            conferences.all().forEach(FeedbackRound::connectivityChecks);
            conferences.sweep(System.nanoTime());
            finishShutdown();
        }
        if (ticks % TICKS_PER_REPORT == 0) {
            conferences.all().forEach(FeedbackRound::reports);
            conferences.all().forEach(FeedbackRound::downlinks);
        }
        if (ticks % TICKS_PER_SAMPLE == 0) {
            conferences.all().forEach(FeedbackRound::connectionStats);
            load.sample(udp.packetsIn() + udp.packetsOut(), System.nanoTime());
        }
    }

    private void finishShutdown() {
        boolean lastLeft = state.isInGracefulShutdown() && conferences.all().isEmpty();
        if (lastLeft) {
            state.shutDown();
        }
        if (state.isShuttingDown()) {
            onShutdown.run();
        }
    }
}
