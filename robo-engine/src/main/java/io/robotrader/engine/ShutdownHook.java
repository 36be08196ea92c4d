package io.robotrader.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops an engine in good order when the JVM is told to end, as by SIGTERM or Ctrl-C. Nothing is installed unless somebody
 * calls {@link #install}. Thread-safe.
 */
public final class ShutdownHook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

    private final Thread thread;
    private final AtomicBoolean removed = new AtomicBoolean();

    private ShutdownHook(TradingEngine engine, Duration deadline) {
        thread = new Thread(() -> stop(engine, deadline), "robo-engine-shutdown");
    }

    /**
     * Has an engine stopped when the JVM ends.
     *
     * @param engine the engine
     * @param deadline how long the broker has to end the working orders; the JVM ends at most two seconds after
     * @return closed to take the hook away again
     * @throws IllegalStateException if the JVM is ending already
     */
    public static ShutdownHook install(TradingEngine engine, Duration deadline) {
        ShutdownHook hook = new ShutdownHook(engine, deadline);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    static void stop(TradingEngine engine, Duration deadline) {
        if (engine.state() == EngineState.INITIALIZING) {
            return;
        }
        LOG.info("The JVM ends: trading stops within {}", deadline);
        try {
            if (!engine.stop(deadline)) {
                LOG.error("Trading has not stopped within {}; the JVM ends all the same", deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the hook away. Closing twice is once, and closing while the JVM ends does nothing. */
    @Override
    public void close() {
        if (removed.getAndSet(true)) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM is ending already", e);
        }
    }
}
