package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.halt.HaltTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One pass over a recorded run: hands a fresh engine what the recorded one was handed, one input at a time and each when the
 * engine has come to what was written before it.
 */
final class ReplayedRun {

    private final RecordedRun run;
    private final ReplayJournal record;
    private final ReplayTies ties;
    private final ReplayBroker broker;
    private final ReplayFeed feed;
    private final VirtualClock followsBars;
    private final ReplayClock followsRecord;
    private final TradingEngine engine;

    ReplayedRun(RecordedRun run, ReplayJournal record, ReplayTies ties, TradingEngineBuilder builder) {
        this.run = run;
        this.record = record;
        this.ties = ties;
        broker = new ReplayBroker(run, ties, record);
        feed = new ReplayFeed(run.history());
        Instant start = run.event(0).at();
        followsBars = new VirtualClock(start);
        followsRecord = new ReplayClock(start);
        // What the recorded run let in was judged then.
        engine = builder.trusting()
                .clock(run.virtual ? followsBars : followsRecord)
                .feed(feed)
                .broker(broker)
                .journal(record)
                .build();
    }

    ReplayResult compare() throws InterruptedException {
        engine.start();
        try {
            while (settled() && !record.isOver()) {
                int before = record.next();
                step(before);
                settled();
                if (record.next() == before) {
                    record.missNext();
                }
            }
            record.missNext();
        } finally {
            record.stopComparing();
            if (engine.state() != EngineState.STOPPED && engine.state() != EngineState.ERROR) {
                broker.endAll();
            }
            engine.stop(Duration.ofSeconds(1));
        }
        return record.result();
    }

    /** Waits until the engine has done all that it was handed; false if it has ended. */
    private boolean settled() {
        return engine.controls.perform(() -> {});
    }

    private void step(int index) throws InterruptedException {
        EngineEvent event = run.event(index);
        if (event instanceof BarTaken || bringsBar(index)) {
            handBar(index);
            return;
        }
        advanceTo(event.at());
        if (record.next() != index) {
            return;
        }
        if (event instanceof HoldChanged hold && !hold.placed() && ReplayBroker.isForBooks(hold)) {
            broker.refuseBooks();
            settled();
            if (record.next() != index) {
                return;
            }
        }
        if (ReplayTies.isReport(event)) {
            if (ties.tell(index)) {
                broker.tell(event);
            }
        } else if (event instanceof StateChanged change && change.to() == EngineState.STOPPING) {
            feed.end();
        } else if (engine.state() == EngineState.STOPPING) {
            // Nothing was decided any more; what the stop waited for is not in the journal.
            record.stopComparing();
        } else if (!isOfPerson(event)) {
            rounds(index);
            if (record.next() == index) {
                control(event);
            }
        } else {
            control(event);
        }
    }

    /** Whether this comes about by a bar of another trade date. */
    private boolean bringsBar(int index) {
        return run.event(index) instanceof DayBegan
                || (run.event(index) instanceof DayClosed
                        && index + 1 < run.size()
                        && run.event(index + 1) instanceof DayBegan);
    }

    private void handBar(int from) throws InterruptedException {
        for (int index = from; index < run.size(); index++) {
            if (run.event(index) instanceof BarTaken taken) {
                if (!run.virtual) {
                    // One that follows bars is set by the engine, at the bar's place.
                    followsRecord.advanceTo(run.event(from).at());
                }
                feed.hand(taken.bar());
                return;
            }
        }
    }

    private void advanceTo(Instant time) {
        engine.controls.perform(() -> {
            if (run.virtual) {
                followsBars.advanceTo(time);
            } else {
                followsRecord.advanceTo(time);
            }
        });
        settled();
    }

    /** By a machine's clock, the round that found what was written is done now. */
    private void rounds(int index) {
        for (Runnable round : List.copyOf(followsRecord.scheduled())) {
            if (record.next() == index) {
                engine.controls.perform(() -> followsRecord.run(round));
                settled();
            }
        }
    }

    private static boolean isOfPerson(EngineEvent event) {
        return event instanceof HaltLifted
                || (event instanceof Halted halted && halted.halt().trigger() == HaltTrigger.PERSON)
                || (event instanceof HoldChanged hold && hold.reason().equals(HoldReason.PERSON.name()))
                || (event instanceof HoldChanged price && price.reason().startsWith(HoldChanged.PRICES_OF));
    }

    /** What a person asked for, or another part of the program. */
    private void control(EngineEvent event) {
        if (event instanceof HoldChanged hold
                && (hold.reason().startsWith(HoldChanged.PRICES_OF)
                        || (!hold.placed() && hold.reason().equals(HoldReason.PERSON.name())))) {
            engine.controls.perform(() -> engine.trading.replay(hold));
        } else if (event instanceof HoldChanged hold) {
            engine.controls.replay(HoldReason.valueOf(hold.reason()), hold.placed(), hold.why());
        } else if (event instanceof Halted halted
                && (halted.halt().trigger() == HaltTrigger.PERSON
                        || halted.halt().trigger() == HaltTrigger.UNHEALTHY)) {
            engine.controls.perform(() -> engine.desk
                    .killSwitch()
                    .trip(halted.halt().trigger(), halted.halt().reason()));
        } else if (event instanceof HaltLifted lifted) {
            engine.controls.perform(() -> engine.desk
                    .killSwitch()
                    .reset(lifted.reset().who(), lifted.reset().why()));
        }
    }
}
