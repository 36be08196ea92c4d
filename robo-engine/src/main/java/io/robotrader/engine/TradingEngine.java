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
import io.robotrader.engine.loop.Host;
import io.robotrader.engine.loop.TradingLoop;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.risk.account.AccountFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades: takes bars in, and decides, sends and books on one thread of its own.
 *
 * <p>Make one with {@link #builder}, {@link #start} it once, and wait for its end with {@link #awaitEnd}: it ends by
 * itself when the feed has no more bars, when {@link #stop} is called, or when something breaks that leaves its state in
 * doubt. In the last case working orders are asked to be taken back; those whose end the broker has not told at once are
 * named in the log and in an exception that is added to what broke. What a broker tells after the end is logged as a
 * warning and booked nowhere.
 *
 * <p>An exit that did not come about is sent again at the next bar of its symbol, an entry is not. The same bars, settings and broker give the same decisions.
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
        this.trading = new TradingLoop(desk, clock, new Room());
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
     * Ends trading in good order: working orders are taken back, the trade date is closed, the journal is written. What
     * the broker tells of the orders meanwhile is booked; an order whose end it has not told by the
     * {@linkplain TradingEngineBuilder#stopDeadline deadline} is journaled with an end that is unknown. Returns when all
     * that is done; called by a listener it returns at once and the engine ends after the event at hand. From the call
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
        if (!input.isWantedIn(state)) {
            tellDropped(input);
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
        loop.takeLeft().forEach(TradingEngine::tellDropped);
        end.countDown();
    }

    private void fail(Throwable broken) {
        failure = broken;
        LOG.error("The engine has failed and stops", broken);
        // Whatever else breaks now, the engine has ended, and whoever waits for it must hear of that.
        List<Throwable> troubles = new ArrayList<>(closed(
                () -> become(EngineState.ERROR),
                this::abandonOrders,
                feed::close,
                desk.broker()::close,
                () -> loop.takeLeft().forEach(TradingEngine::tellDropped),
                journal::close));
        // A journal may throw the very same object again, which cannot be added to itself.
        troubles.removeIf(trouble -> trouble == broken);
        troubles.forEach(broken::addSuppressed);
        begun.completeExceptionally(broken);
        end.countDown();
    }

    /** Nobody looks after what works at the broker any more: it is taken back. There is no waiting for its end. */
    private void abandonOrders() {
        List<String> open = new ArrayList<>(trading.abandon());
        for (EngineInput left : loop.takeLeft()) {
            if (left instanceof EngineInput.OrderOver over && over.end().kind() != OrderEnd.Kind.UNKNOWN) {
                open.remove(over.end().orderId());
            }
            tellDropped(left);
        }
        if (!open.isEmpty()) {
            IllegalStateException trouble = new IllegalStateException(
                    "orders whose end the broker has not told, and which may work or be filled yet: " + open);
            LOG.error("The engine has failed with orders under way", trouble);
            throw trouble;
        }
    }

    private static void tellDropped(EngineInput input) {
        if (input.isNews()) {
            LOG.warn("This came after the end of trading and is in no book: {}", input);
        }
    }

    private void post(EngineInput input) {
        if (!loop.post(input)) {
            tellDropped(input);
        }
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

    private final class Room implements Host {
        @Override
        public void publish(EngineEvent event) {
            journal.append(event);
            tell(event);
        }

        @Override
        public long lastSequence() {
            return journal.lastSequence();
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
        public void stopped() {
            finish();
        }
    }

    private final class Bars implements MarketDataFeed.Listener {
        @Override
        public void onBar(Bar bar) throws InterruptedException {
            loop.put(new EngineInput.BarArrived(bar));
        }

        @Override
        public void onEnd() {
            post(new EngineInput.StopRequested());
        }

        @Override
        public void onFailure(Throwable cause) {
            post(new EngineInput.FeedBroken(cause));
        }
    }

    private final class Reports implements BrokerListener {
        @Override
        public void onFill(Fill fill) {
            post(new EngineInput.FillArrived(fill));
        }

        @Override
        public void onOrderEnded(OrderEnd orderEnd) {
            post(new EngineInput.OrderOver(orderEnd));
        }
    }
}
