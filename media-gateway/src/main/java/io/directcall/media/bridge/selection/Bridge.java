package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One bridge of a directory, which guards it. */
final class Bridge {
    private static final Duration AVOIDED = Duration.ofSeconds(5);
    /** One that is gone for good is shown this long, so that operators can see what became of it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final BridgeLoad NO_LOAD = new BridgeLoad(false, 0, 0, 0, false, false, null);

    private final String url;
    private final String id;
    private final Placements placements = new Placements();
    private BridgeCondition condition;
    private BridgeState state;
    private Instant since;
    private Instant avoidedUntil = Instant.MIN;

    Bridge(String url, boolean listed, Instant now) {
        this.url = url;
        this.id = id(URI.create(url));
        this.condition = BridgeCondition.fresh(listed);
        this.state = condition.state(now);
        this.since = now;
    }

    private static String id(URI uri) {
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return uri.getPort() < 0 ? host : host + "-" + uri.getPort();
    }

    /** @return the change of its state, empty when it stays what it was */
    Optional<BridgeChange> apply(BridgeSignal signal, Instant now) {
        condition = condition.after(signal);
        if (signal instanceof BridgeSignal.Reported) {
            placements.reported(now);
        }
        BridgeState before = state;
        state = condition.state(now);
        if (state == before) {
            return Optional.empty();
        }
        since = now;
        return Optional.of(new BridgeChange(before, view()));
    }

    BridgeView view() {
        BridgeLoad load = load();
        return new BridgeView(
                id,
                url,
                load.region(),
                state,
                condition.reason(state),
                since,
                load.stress(),
                load.endpoints(),
                load.conferences());
    }

    private BridgeLoad load() {
        return condition.load() == null ? NO_LOAD : condition.load();
    }

    void avoid(Instant now) {
        avoidedUntil = now.plus(AVOIDED);
    }

    void expect(int endpoints, Instant now) {
        placements.expect(endpoints, now);
    }

    void placed(Instant now) {
        placements.made(now);
    }

    boolean isIn(BridgeState wanted, Instant now) {
        return state == wanted && !now.isBefore(avoidedUntil);
    }

    SelectionStrategy.Candidate candidate() {
        return new SelectionStrategy.Candidate(url, load().region(), load().stress(), placements.count());
    }

    /** Not listed, and not answering either: nobody will miss it. */
    boolean isForgettable(Instant now) {
        return !condition.listed() && state == BridgeState.UNREACHABLE && !now.isBefore(since.plus(REMEMBERED));
    }

    String url() {
        return url;
    }

    String id() {
        return id;
    }

    BridgeState state() {
        return state;
    }
}
