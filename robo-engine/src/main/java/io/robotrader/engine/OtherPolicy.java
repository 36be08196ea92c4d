package io.robotrader.engine;

import io.robotrader.engine.PolicyComparison.Judged;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskPolicy;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.KillSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An engine that is never started, and takes the journal in as it would to recover from it: its gate is asked of each order
 * when all that was written before is in.
 */
final class OtherPolicy {

    private final Journal journal;
    private final Function<String, TradingEngineBuilder> builders;
    private final RiskPolicy policy;
    private final List<Judged> blocked = new ArrayList<>();
    private final List<Judged> passed = new ArrayList<>();
    private long judged;

    OtherPolicy(Journal journal, Function<String, TradingEngineBuilder> builders, RiskPolicy policy) {
        this.journal = journal;
        this.builders = builders;
        this.policy = policy;
    }

    PolicyComparison compare() {
        // Of more than one run, the last one's settings tell how the account is seen.
        journal.last(Set.of(RunBegan.class)).ifPresent(entry -> judgeAll(((RunBegan) entry.event()).settings()));
        return new PolicyComparison(judged, blocked, passed);
    }

    private void judgeAll(String settings) {
        VirtualClock clock = new VirtualClock(Instant.EPOCH);
        TradingEngine engine = builders.apply(settings)
                .clock(clock)
                .feed(new ReplayFeed(List.of()))
                .broker(new Nobody())
                .journal(new Nothing())
                .build();
        engine.halts.writeTo(event -> {}, () -> false);
        engine.desk.gate().use(policy);
        try (Stream<JournalEntry> entries = journal.entries(0)) {
            engine.trading.recover(entries.map(entry -> {
                EngineEvent event = entry.event();
                clock.advanceTo(event.at());
                look(engine, entry.sequence(), event);
                return event;
            }));
        }
    }

    private void look(TradingEngine engine, long sequence, EngineEvent event) {
        KillSwitch killSwitch = engine.desk.killSwitch();
        if (event instanceof OrderDecided decided) {
            judge(engine, sequence, decided);
        } else if (event instanceof DayBegan) {
            engine.desk.gate().use(engine.desk.correlations().snapshot()::coefficient);
        } else if (event instanceof Halted halted) {
            killSwitch.trip(halted.halt().trigger(), halted.halt().reason());
        } else if (event instanceof HaltLifted lifted) {
            killSwitch.reset(lifted.reset().who(), lifted.reset().why());
        }
    }

    private void judge(TradingEngine engine, long sequence, OrderDecided recorded) {
        judged++;
        RiskDecision decision = engine.desk.gate().check(recorded.order());
        if (decision.isApproved() != recorded.decision().isApproved()) {
            (decision.isApproved() ? passed : blocked).add(new Judged(sequence, recorded, decision));
        }
    }

    /** Is sent nothing, as nothing starts. */
    private static final class Nobody implements Broker {
        @Override
        public void connect(BrokerListener listener) {}

        @Override
        public void submit(OrderIntent order) {}

        @Override
        public void cancel(String orderId) {}

        @Override
        public void close() {}
    }

    private static final class Nothing implements Journal {
        @Override
        public void append(EngineEvent event) {}

        @Override
        public long lastSequence() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
