package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.loop.Host;
import io.robotrader.engine.view.HoldReason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the trading loop finds around itself: the engine's life, its journal, its queue and its time. */
final class Room implements Host {

    private final Life life;
    private final Backlog journal;
    private final EventLoop<EngineInput> loop;
    private final EngineTime clock;
    private final Consumer<String> holdBack;
    private final Runnable finish;
    // The holds by which what would open was taken back.
    private final Set<HoldReason> takingBack = EnumSet.noneOf(HoldReason.class);

    /**
     * @param holdBack takes back what opens, and is told why
     * @param finish is done after the trading loop's last entry
     */
    Room(
            Life life,
            Backlog journal,
            EventLoop<EngineInput> loop,
            EngineTime clock,
            Consumer<String> holdBack,
            Runnable finish) {
        this.life = life;
        this.journal = journal;
        this.loop = loop;
        this.clock = clock;
        this.holdBack = holdBack;
        this.finish = finish;
    }

    @Override
    public boolean publish(EngineEvent event) {
        return life.publish(event);
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public String nextNumber() {
        return journal.nextNumber();
    }

    @Override
    public void next(EngineInput input) {
        loop.post(input);
    }

    @Override
    public void later(Duration wait, EngineInput input) {
        // The thread that waits is the JDK's, and does nothing but hand the input in.
        CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(() -> loop.post(input));
    }

    @Override
    public void schedule(Duration wait, EngineInput input) {
        clock.schedule(wait, () -> loop.post(input));
    }

    @Override
    public boolean mayOpen() {
        return life.mayOpen();
    }

    @Override
    public void hold(HoldReason reason, String why) {
        life.hold(reason, why);
        // Without a connection nothing can be taken back.
        if (reason != HoldReason.CONNECTION && takingBack.add(reason)) {
            holdBack.accept("paused: " + why);
        }
    }

    @Override
    public void holdNew(HoldReason reason, String why) {
        life.hold(reason, why);
    }

    @Override
    public void holdAgain(HoldReason reason, String why) {
        life.holdAgain(reason, why);
        takingBack.add(reason);
    }

    @Override
    public boolean takesBack() {
        return !takingBack.isEmpty();
    }

    @Override
    public void release(HoldReason reason) {
        takingBack.remove(reason);
        life.release(reason);
    }

    @Override
    public void stopped() {
        finish.run();
    }
}
