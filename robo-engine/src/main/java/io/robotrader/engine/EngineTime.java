package io.robotrader.engine;

import io.robotrader.engine.loop.EngineClock;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.time.EngineTimer;
import io.robotrader.engine.time.RealTimer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The engine's time: a virtual clock, which follows the bars, or one that goes by itself. */
final class EngineTime implements EngineClock {

    // Clocks of exchanges, brokers and computers differ, by less than this.
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final InstantSource source;
    private final EngineTimer timer;
    private final EventLoop.Watch watch;

    EngineTime(InstantSource source, Duration awake) {
        this.source = source;
        this.watch = new EventLoop.Watch(awake.toNanos(), RealTimer::elapsed);
        this.timer = source instanceof EngineTimer own ? own : new RealTimer("robo-engine-timer", source);
    }

    @Override
    public Instant now() {
        return source.instant();
    }

    @Override
    public long nanoTime() {
        return timer.nanoTime();
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        return timer.schedule(delay, task);
    }

    @Override
    public boolean hasReached(Instant time) {
        return followsBars() || !time.isAfter(source.instant().plus(TOLERANCE));
    }

    @Override
    public boolean followsBars() {
        return source instanceof VirtualClock;
    }

    @Override
    public void advanceTo(Instant time) {
        if (source instanceof VirtualClock virtual) {
            virtual.advanceTo(time);
        }
    }

    /** Nanoseconds of the world's time, for those who look on from there. */
    long elapsed() {
        return RealTimer.elapsed();
    }

    /** How long the engine's thread stays awake, in the world's time. */
    EventLoop.Watch watch() {
        return watch;
    }

    void close() {
        if (timer instanceof RealTimer real) {
            real.close();
        }
    }
}
