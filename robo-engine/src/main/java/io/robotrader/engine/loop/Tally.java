package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.view.EngineCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was counted since the start, and the last decisions. */
final class Tally {

    private static final int DECISIONS = 50;

    private final Deque<OrderDecided> decisions = new ArrayDeque<>();
    private long trades;
    private long placed;
    private long rejected;
    private long errors;
    private long refusedData;
    private @Nullable Instant lastTrade;
    private @Nullable Instant start;

    void started(Instant at) {
        start = at;
    }

    void traded(Instant at) {
        trades++;
        lastTrade = at;
    }

    void decided(OrderDecided decision) {
        placed += decision.decision().isApproved() ? 1 : 0;
        rejected += decision.decision().isApproved() ? 0 : 1;
        if (decisions.size() == DECISIONS) {
            decisions.removeFirst();
        }
        decisions.addLast(decision);
    }

    void refusedData() {
        refusedData++;
    }

    void erred() {
        errors++;
    }

    List<OrderDecided> decisions() {
        return List.copyOf(decisions);
    }

    EngineCounts counts(Instant now, long lastSequence) {
        Duration uptime = start == null ? Duration.ZERO : Duration.between(start, now);
        return new EngineCounts(
                trades,
                placed,
                rejected,
                errors,
                refusedData,
                Optional.ofNullable(lastTrade),
                Optional.ofNullable(start),
                uptime,
                lastSequence);
    }
}
