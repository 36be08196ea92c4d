package io.robotrader.engine;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.loop.Desk;
import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.loop.TradingLoop;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.view.EngineControls;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.PortfolioReport;
import io.robotrader.risk.account.AccountFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
public final class TradingEngine implements EngineControls {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);
    private static final Duration TO_CLOSE = Duration.ofSeconds(2);
    private static final Duration SHOWN_EVERY = Duration.ofMillis(10);

    final Desk desk;
    private final MarketDataFeed feed;
    private final Backlog journal;
    private final Life life;
    private final EngineTime clock;
    final HaltJournal halts;
    private final String settings;
    private final EventLoop<EngineInput> loop;
    final TradingLoop trading;
    final Controls controls;
    private final Ports ports;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();

    // Written by the loop's thread alone.
    private volatile @Nullable Throwable failure;
    private volatile EngineView view;
    private long viewed;

    TradingEngine(
            Desk desk,
            MarketDataFeed feed,
            Journal journal,
            List<EngineListener> listeners,
            EngineTime clock,
            HaltJournal halts,
            String settings) {
        this.desk = desk;
        this.feed = feed;
        this.clock = clock;
        this.halts = halts;
        this.settings = settings;
        this.loop =
                new EventLoop<>("robo-engine", this::begin, this::handle, this::fail, this::showIfDue, clock.watch());
        this.journal = new Backlog(journal, clock, loop::post, desk.stopDeadline());
        this.life = new Life(this.journal, listeners, clock);
        this.trading =
                new TradingLoop(desk, clock, new Room(life, this.journal, loop, clock, this::holdBack, this::finish));
        this.ports = new Ports(loop, desk.stopDeadline());
        this.controls = new Controls(desk.killSwitch(), loop, life::state);
        this.view = trading.view(EngineState.INITIALIZING, Map.of());
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
     * Ends trading in good order: working orders are taken back, the trade date is closed if its market has, the journal is
     * written. What the broker tells of the orders meanwhile is booked; an order whose end it has not told by the
     * {@linkplain TradingEngineBuilder#stopDeadline deadline} is journaled with an end that is unknown. Returns when all
     * that is done; called by a listener it returns at once and the engine ends after the event at hand. From the call
     * on nothing is decided any more: bars that wait in line are dropped. Positions stay, and with
     * {@link TradingEngineBuilder#keepProtective} so do the orders that only reduce them; with
     * {@link TradingEngineBuilder#leaveStops} each gets its stop at the broker, which has until the deadline, or a second longer,
     * to be acknowledged. Stopping an engine that has ended does nothing.
     *
     * @throws IllegalStateException if the engine was never started
     * @throws InterruptedException if the calling thread was interrupted while it waited; the engine stops all the same
     */
    public void stop() throws InterruptedException {
        requestStop(desk.stopDeadline());
        if (!loop.isOwnThread()) {
            end.await();
        }
    }

    /**
     * As {@link #stop()}, within a time of its own.
     *
     * @param deadline how long the broker has to end the working orders, from zero to one day, in real time
     * @return whether the engine has ended; false if it has not within two seconds of the deadline, or if a listener called
     * @throws IllegalArgumentException if the deadline is negative or above one day
     * @throws IllegalStateException if the engine was never started
     * @throws InterruptedException if the calling thread was interrupted while it waited; the engine stops all the same
     */
    public boolean stop(Duration deadline) throws InterruptedException {
        requestStop(TradingEngineBuilder.upToADay(deadline, "deadline"));
        return !loop.isOwnThread() && end.await(deadline.plus(TO_CLOSE).toNanos(), TimeUnit.NANOSECONDS);
    }

    private void requestStop(Duration deadline) {
        if (!started.get()) {
            throw new IllegalStateException("an engine must be started to be stopped, but was " + state());
        }
        trading.decideNoMore();
        loop.post(new EngineInput.StopRequested(deadline));
    }

    /**
     * Halts in a person's name and stops when what the halt asks for is done. If positions are to be closed, the engine
     * stays connected and at it until none is open. Returns at once; {@link #awaitEnd} waits.
     *
     * @param who the person
     * @param why what for
     * @throws IllegalArgumentException if a text is blank
     * @throws IllegalStateException if the engine was never started
     */
    public void emergencyStop(String who, String why) {
        halt(who, why);
        loop.post(new EngineInput.EmergencyStop());
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
        return life.state();
    }

    @Override
    public EngineView view() {
        return view;
    }

    @Override
    public void pause(String who, String why) {
        controls.pause(who, why);
    }

    @Override
    public void resume(String who) {
        controls.resume(who);
    }

    @Override
    public void halt(String who, String why) {
        controls.halt(who, why);
    }

    @Override
    public boolean resetHalt(String who, String why) {
        return controls.resetHalt(who, why);
    }

    @Override
    public void hold(HoldReason reason, String why) {
        controls.hold(reason, why);
    }

    @Override
    public void release(HoldReason reason) {
        controls.release(reason);
    }

    @Override
    public void unhealthy(String why) {
        controls.unhealthy(why);
    }

    /** {@return the account's sums now} */
    public AccountFigures figures() {
        return desk.gate().figures();
    }

    /** {@return how the account stands to its limits now; nothing is halted by looking} */
    public PortfolioReport limits() {
        return desk.gate().report();
    }

    /** {@return the correlations now} */
    public CorrelationMatrix correlations() {
        return desk.correlations().snapshot();
    }

    @SuppressWarnings("StreamToIterable") // it is read once
    private void begin() {
        try (Stream<EngineEvent> past = journal.past()) {
            trading.recover(past);
        }
        life.publish(new RunBegan(clock.now(), settings));
        halts.writeTo(ports.writer(life), life::isBehind);
        desk.killSwitch().addListener(ports.halts());
        desk.broker().connect(ports.reports());
        trading.learn(feed.history());
        life.become(EngineState.READY);
        trading.reconcile();
        life.runOrPause();
        trading.begin();
        journal.bePatient();
        feed.start(ports.bars());
        show();
        begun.complete(null);
    }

    /** A picture takes longer than most inputs, and who looks at it does so in his own time, whatever the engine's. */
    private void showIfDue(boolean idle) {
        if (idle || clock.elapsed() - viewed > SHOWN_EVERY.toNanos()) {
            show();
        }
    }

    private void show() {
        viewed = clock.elapsed();
        view = trading.view(life.state(), life.holds());
    }

    private void handle(EngineInput input) {
        if (!input.isWantedIn(life.state())) {
            Ports.tellDropped(input);
            return;
        }
        if (input instanceof EngineInput.StopRequested) {
            life.become(EngineState.STOPPING);
        }
        input.applyTo(trading);
    }

    private void holdBack(String why) {
        trading.holdBack(why);
    }

    /** The trading loop has made its last entry. */
    private void finish() {
        life.become(EngineState.STOPPED);
        show();
        loop.end();
        clock.close();
        for (Throwable trouble : Ports.closed(feed::close, desk.broker()::close)) {
            LOG.warn("Something did not close in good order", trouble);
        }
        // Before the journal closes, as a halt may be among them.
        Ports.closed(() -> loop.takeLeft().forEach(Ports::tellDropped))
                .forEach(trouble -> LOG.error("What came at the end could not be written", trouble));
        for (Throwable trouble : Ports.closed(journal::close)) {
            LOG.error("The journal did not close in good order, and may lack its last entries", trouble);
            failure = trouble;
        }
        end.countDown();
    }

    private void fail(Throwable broken) {
        failure = broken;
        LOG.error("The engine has failed and stops", broken);
        // Whatever else breaks now, the engine has ended, and whoever waits for it must hear of that.
        List<Throwable> troubles = new ArrayList<>(Ports.closed(
                () -> life.become(EngineState.ERROR),
                clock::close,
                this::show,
                this::abandonOrders,
                feed::close,
                desk.broker()::close,
                () -> loop.takeLeft().forEach(Ports::tellDropped),
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
            Ports.tellDropped(left);
        }
        if (!open.isEmpty()) {
            IllegalStateException trouble = new IllegalStateException(
                    "orders whose end the broker has not told, and which may work or be filled yet: " + open);
            LOG.error("The engine has failed with orders under way", trouble);
            throw trouble;
        }
    }
}
