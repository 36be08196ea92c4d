package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.view.LoopStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each loop runs by its period, on the engine's one writing thread. What a loop throws is counted, told
 * and logged, makes that loop wait longer, and does nothing to the others.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Floor floor;
    private final List<SupervisedLoop> loops = new ArrayList<>();

    Supervisor(Floor floor) {
        this.floor = floor;
    }

    void add(String name, Duration period, int errorBudget, Runnable work) {
        loops.add(new SupervisedLoop(name, period, errorBudget, work, floor.now()));
    }

    void start() {
        loops.forEach(this::schedule);
    }

    void run(SupervisedLoop loop) {
        RuntimeException failure = loop.run(floor.now());
        if (failure != null) {
            LOG.warn("The {} loop failed and waits {} before it tries again", loop.name(), loop.pause(), failure);
            floor.tally.erred();
            floor.host.publish(new TroubleNoted(floor.now(), loop.name() + " loop", failure.toString()));
        }
        schedule(loop);
    }

    private void schedule(SupervisedLoop loop) {
        floor.host.schedule(loop.pause(), new EngineInput.LoopDue(loop));
    }

    List<LoopStatus> statuses() {
        Instant now = floor.now();
        return loops.stream().map(loop -> loop.status(now)).toList();
    }
}
