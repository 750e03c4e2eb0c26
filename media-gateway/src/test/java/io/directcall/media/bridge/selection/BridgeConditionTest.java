package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BridgeConditionTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final BridgeSignal WELL = report(true, false, false);
    private static final BridgeSignal DRAINING = report(true, true, false);
    private static final BridgeSignal SILENT = new BridgeSignal.Failed("no answer");
    private static final BridgeSignal BAD = new BridgeSignal.Quarantined(NOW.plusSeconds(30), "lost its conferences");
    private static final BridgeSignal WITHDRAWN = new BridgeSignal.Withdrawn();

    @Example
    void isUnknownUntilItAnswers() {
        assertThat(after()).isEqualTo(BridgeState.UNKNOWN);
        assertThat(after(SILENT, SILENT)).isEqualTo(BridgeState.UNKNOWN);
        assertThat(after(WELL)).isEqualTo(BridgeState.AVAILABLE);
    }

    @Example
    void isWhatItReports() {
        assertThat(after(report(false, false, false))).isEqualTo(BridgeState.UNHEALTHY);
        assertThat(after(DRAINING)).isEqualTo(BridgeState.DRAINING);
        assertThat(after(report(true, true, true))).isEqualTo(BridgeState.STOPPING);
    }

    @Example
    void isUnreachableAfterThreeFailuresInARowOnly() {
        assertThat(after(WELL, SILENT, SILENT)).isEqualTo(BridgeState.AVAILABLE);
        assertThat(after(WELL, SILENT, SILENT, WELL, SILENT)).isEqualTo(BridgeState.AVAILABLE);
        assertThat(after(WELL, SILENT, SILENT, SILENT)).isEqualTo(BridgeState.UNREACHABLE);
    }

    @Example
    void staysInQuarantineWhateverItReportsUntilTheTimeIsOver() {
        BridgeCondition condition = fold(List.of(WELL, BAD, WELL, DRAINING, WELL));
        assertThat(condition.state(NOW)).isEqualTo(BridgeState.QUARANTINED);
        assertThat(condition.state(NOW.plusSeconds(30))).isEqualTo(BridgeState.AVAILABLE);
    }

    @Example
    void isWithdrawnWhileItAnswersAndUsedAgainWhenItIsListedAgain() {
        assertThat(after(WELL, WITHDRAWN)).isEqualTo(BridgeState.WITHDRAWN);
        assertThat(after(WELL, WITHDRAWN, SILENT, SILENT, SILENT)).isEqualTo(BridgeState.UNREACHABLE);
        assertThat(after(WELL, WITHDRAWN, new BridgeSignal.Listed())).isEqualTo(BridgeState.AVAILABLE);
    }

    @Property
    void isNeverAvailableAgainstAnyFact(@ForAll("signals") List<BridgeSignal> signals) {
        BridgeCondition condition = fold(signals);
        if (condition.state(NOW) == BridgeState.AVAILABLE) {
            assertThat(condition.listed()).isTrue();
            assertThat(condition.failures()).isLessThan(3);
            assertThat(condition.quarantinedUntil()).isBefore(NOW);
            assertThat(condition.load()).isEqualTo(new BridgeLoad(true, 0, 0, 0, false, false, null));
        }
    }

    @Property
    void isAvailableAgainWhenAllIsWellAgain(@ForAll("signals") List<BridgeSignal> signals) {
        BridgeCondition condition =
                fold(signals).after(new BridgeSignal.Listed()).after(WELL);
        assertThat(condition.state(NOW.plus(Duration.ofMinutes(5)))).isEqualTo(BridgeState.AVAILABLE);
    }

    @Property
    void givesAReasonForEachState(@ForAll("signals") List<BridgeSignal> signals) {
        BridgeCondition condition = fold(signals);
        assertThat(condition.reason(condition.state(NOW))).isNotBlank();
    }

    @Provide
    Arbitrary<List<BridgeSignal>> signals() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<BridgeSignal> reports = Combinators.combine(flag, flag, flag).as(BridgeConditionTest::report);
        Arbitrary<BridgeSignal> others = Arbitraries.of(SILENT, BAD, WITHDRAWN, new BridgeSignal.Listed());
        return Arbitraries.oneOf(reports, others).list().ofMaxSize(12);
    }

    private static BridgeState after(BridgeSignal... signals) {
        return fold(List.of(signals)).state(NOW);
    }

    private static BridgeCondition fold(List<BridgeSignal> signals) {
        BridgeCondition condition = BridgeCondition.fresh(true);
        for (BridgeSignal signal : signals) {
            condition = condition.after(signal);
        }
        return condition;
    }

    private static BridgeSignal report(boolean healthy, boolean draining, boolean stopping) {
        return new BridgeSignal.Reported(new BridgeLoad(healthy, 0, 0, 0, draining, stopping, null));
    }
}
