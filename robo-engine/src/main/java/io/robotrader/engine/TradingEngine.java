package io.robotrader.engine;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.loop.Desk;
import io.robotrader.engine.loop.EngineClock;
import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.loop.TradingLoop;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.risk.account.AccountFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades: takes bars in, and decides, sends and books on one thread of its own.
 *
 * <p>Make one with {@link #builder}, {@link #start} it once, and wait for its end with {@link #awaitEnd}: it ends by
 * itself when the feed has no more bars, when {@link #stop} is called, or when something breaks that leaves its state in
 * doubt. The same bars, settings and broker give the same decisions.
 *
 * <p>Thread-safe.
 */
public final class TradingEngine {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);

    private final Desk desk;
    private final MarketDataFeed feed;
    private final Journal journal;
    private final List<EngineListener> listeners;
    private final EngineClock clock;
    private final EventLoop<EngineInput> loop;
    private final TradingLoop trading;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();

    // Written by the loop's thread alone.
    private volatile EngineState state = EngineState.INITIALIZING;
    private volatile @Nullable Throwable failure;

    TradingEngine(Desk desk, MarketDataFeed feed, Journal journal, List<EngineListener> listeners, EngineClock clock) {
        this.desk = desk;
        this.feed = feed;
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.loop = new EventLoop<>("robo-engine", this::begin, this::handle, this::fail);
        this.trading = new TradingLoop(desk, clock, this::publish, loop::post, this::finish);
    }

    /** {@return a builder with the default settings} */
    public static TradingEngineBuilder builder() {
        return new TradingEngineBuilder();
    }

    /**
     * Connects the broker and lets the bars in. It runs, or it throws and nothing is left behind.
     *
     * @throws IllegalStateException if the engine was started before
     * @throws RuntimeException what the journal, the broker or the feed threw; the engine is in {@link EngineState#ERROR}
     */
    public void start() {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("an engine must be new to be started, but was " + state());
        }
        loop.start();
        Throwable broken = begun.handle((done, thrown) -> thrown).join();
        if (broken instanceof Error error) {
            throw error;
        }
        if (broken instanceof RuntimeException exception) {
            throw exception;
        }
        if (broken != null) {
            throw new IllegalStateException("the engine could not start", broken);
        }
    }

    /**
     * Ends trading in good order: working orders are taken back, the trade date is closed, the journal is written. Returns
     * when that is done; called by a listener it returns at once and the engine ends after the event at hand. From the call
     * on nothing is decided any more: bars that wait in line are dropped. Positions stay. Stopping an engine that has ended
     * does nothing.
     *
     * @throws IllegalStateException if the engine was never started
     * @throws InterruptedException if the calling thread was interrupted while it waited; the engine stops all the same
     */
    public void stop() throws InterruptedException {
        if (!started.get()) {
            throw new IllegalStateException("an engine must be started to be stopped, but was " + state());
        }
        trading.decideNoMore();
        loop.post(new EngineInput.StopRequested());
        if (!loop.isOwnThread()) {
            end.await();
        }
    }

    /**
     * Waits until the engine has ended.
     *
     * @return what broke it, or kept the journal from being closed; empty if it ended in good order
     * @throws IllegalStateException if called by a listener, which would wait for itself
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        if (loop.isOwnThread()) {
            throw new IllegalStateException("the end must be awaited by a thread other than the engine's own");
        }
        end.await();
        return Optional.ofNullable(failure);
    }

    /** {@return where the engine is in its life} */
    public EngineState state() {
        return state;
    }

    /** {@return the account's sums now} */
    public AccountFigures figures() {
        return desk.gate().figures();
    }

    /** {@return the correlations now} */
    public CorrelationMatrix correlations() {
        return desk.correlations().snapshot();
    }

    private void begin() {
        desk.broker().connect(new Reports());
        become(EngineState.READY);
        become(EngineState.RUNNING);
        feed.start(new Bars());
        begun.complete(null);
    }

    private void handle(EngineInput input) {
        boolean wanted = state == EngineState.RUNNING || !input.needsRunningEngine();
        if (!wanted) {
            return;
        }
        if (input instanceof EngineInput.StopRequested) {
            become(EngineState.STOPPING);
        }
        input.applyTo(trading);
    }

    /** The trading loop has made its last entry. */
    private void finish() {
        become(EngineState.STOPPED);
        loop.end();
        for (Throwable trouble : closed(feed::close, desk.broker()::close)) {
            LOG.warn("Something did not close in good order", trouble);
        }
        for (Throwable trouble : closed(journal::close)) {
            LOG.error("The journal did not close in good order, and may lack its last entries", trouble);
            failure = trouble;
        }
        end.countDown();
    }

    private void fail(Throwable broken) {
        failure = broken;
        LOG.error("The engine has failed and stops", broken);
        // Whatever else breaks now, the engine has ended, and whoever waits for it must hear of that.
        List<Throwable> troubles = new ArrayList<>(
                closed(() -> become(EngineState.ERROR), feed::close, desk.broker()::close, journal::close));
        // A journal may throw the very same object again, which cannot be added to itself.
        troubles.removeIf(trouble -> trouble == broken);
        troubles.forEach(broken::addSuppressed);
        begun.completeExceptionally(broken);
        end.countDown();
    }

    /** Takes each step, whatever becomes of the others, and returns what they threw. */
    private static List<Throwable> closed(Runnable... steps) {
        List<Throwable> troubles = new ArrayList<>();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (Throwable trouble) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    private void become(EngineState next) {
        EngineState before = state;
        if (!before.mayBecome(next)) {
            throw new IllegalStateException("an engine that is " + before + " cannot become " + next);
        }
        if (next == EngineState.ERROR) {
            // It counts even if the journal, or the clock, is what broke.
            state = next;
        }
        EngineEvent event = new StateChanged(clock.instant(), before, next);
        try {
            journal.append(event);
            state = next;
        } finally {
            if (state == next) {
                tell(event);
            }
        }
    }

    private void publish(EngineEvent event) {
        journal.append(event);
        tell(event);
    }

    private void tell(EngineEvent event) {
        for (EngineListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (Throwable broken) {
                // Errors too: what a listener breaks is its own.
                LOG.warn("A listener failed on {}", event, broken);
            }
        }
    }

    private final class Bars implements MarketDataFeed.Listener {
        @Override
        public void onBar(Bar bar) throws InterruptedException {
            loop.put(new EngineInput.BarArrived(bar));
        }

        @Override
        public void onEnd() {
            loop.post(new EngineInput.StopRequested());
        }

        @Override
        public void onFailure(Throwable cause) {
            loop.post(new EngineInput.FeedBroken(cause));
        }
    }

    private final class Reports implements BrokerListener {
        @Override
        public void onFill(Fill fill) {
            loop.post(new EngineInput.FillArrived(fill));
        }

        @Override
        public void onOrderEnded(OrderEnd orderEnd) {
            loop.post(new EngineInput.OrderOver(orderEnd));
        }
    }
}
