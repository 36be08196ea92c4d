package io.robotrader.engine.ibkr;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.health.HeartbeatFile;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches an engine from another process, and ends its trading when it falls silent: it cancels every order of the login,
 * the protective ones and other people's too, closes every position of the account by market orders, looks whether it is
 * so, and reports. It does that once for one silence, and never again for the same.
 *
 * <p>It counts time from when it saw the last new beat itself, by a clock that cannot be set, so that two clocks that differ
 * mean nothing. It does nothing before it has seen a beat, and nothing after an engine that said that it had stopped in good
 * order; one that ended in an error is not followed by silence, but by the watchdog. It does not stop the engine's process:
 * an engine that lives and only fails to write its beat goes on, and what it opens after the report stays open.
 *
 * <p>Thread-safe. Nothing happens by itself: {@link #look} has to be called every few seconds.
 */
public final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What a watchdog is at. */
    public enum State {
        /** There is nothing to guard: no beat was seen, or the engine has stopped in good order. */
        WAITING,
        /** The engine is guarded. */
        WATCHING,
        /** The engine has fallen silent, and its orders and positions are being taken down. */
        ACTING,
        /** That was done; {@link #report} tells how far. */
        DONE
    }

    private final IbkrClient client;
    private final String account;
    private final Function<String, IbkrContract> contracts;
    private final HeartbeatFile heart;
    private final Duration bound;
    private final LongSupplier nanos;
    private final Duration pause;
    private State state = State.WAITING;
    private HeartbeatFile.@Nullable Beat last;
    private long heardAt;
    private @Nullable WatchdogReport report;

    /**
     * Makes one.
     *
     * @param client its own, under a client id of its own, which may send orders; connected and closed by whoever made it
     * @param account whose positions are closed; empty for all of the login
     * @param contracts what a symbol stands for, such as with its home exchange
     * @param heart the engine's beats
     * @param bound how long there may be no new one, positive; longer than the engine takes to start again
     * @throws IllegalArgumentException if the client can send no order, or the bound is not positive
     */
    public Watchdog(
            IbkrClient client,
            String account,
            Function<String, IbkrContract> contracts,
            HeartbeatFile heart,
            Duration bound) {
        this(client, account, contracts, heart, bound, client.timer()::nanoTime, PAUSE);
    }

    Watchdog(
            IbkrClient client,
            String account,
            Function<String, IbkrContract> contracts,
            HeartbeatFile heart,
            Duration bound,
            LongSupplier nanos,
            Duration pause) {
        if (client.isReadOnly()) {
            throw new IllegalArgumentException("client must be one that may send orders, but was read-only");
        }
        if (bound.isNegative() || bound.isZero()) {
            throw new IllegalArgumentException("bound must be positive, but was " + bound);
        }
        this.client = client;
        this.account = Objects.requireNonNull(account, "account");
        this.contracts = Objects.requireNonNull(contracts, "contracts");
        this.heart = Objects.requireNonNull(heart, "heart");
        this.bound = bound;
        this.nanos = nanos;
        this.pause = pause;
    }

    /**
     * Looks at the last beat, and acts if it is too long ago.
     *
     * @return what it is at now. If acting fails, such as for want of a connection, it is watching again, and the next look
     *     acts again
     */
    public synchronized State look() {
        if (state == State.ACTING) {
            return state;
        }
        Optional<HeartbeatFile.Beat> beat = heart.read();
        if (beat.isPresent() && !beat.get().equals(last)) {
            heard(beat.get());
        } else if (state == State.WATCHING && nanos.getAsLong() - heardAt > bound.toNanos()) {
            act(Objects.requireNonNull(last));
        }
        return state;
    }

    private void heard(HeartbeatFile.Beat beat) {
        last = beat;
        heardAt = nanos.getAsLong();
        boolean isNothingToGuard =
                beat.state() == EngineState.STOPPED || heart.handled().equals(Optional.of(beat));
        state = isNothingToGuard ? State.WAITING : State.WATCHING;
    }

    private void act(HeartbeatFile.Beat silentSince) {
        if (client.state() != ConnectionState.READY) {
            LOG.error("The engine is silent since {}, and there is no connection to act on it", silentSince.at());
            return;
        }
        LOG.error("The engine is silent since {}: all orders are cancelled, all positions closed", silentSince.at());
        state = State.ACTING;
        try {
            CompletableFuture<WatchdogReport> unused = new Flattening(client, account, contracts, pause)
                    .run()
                    .whenComplete((done, failure) -> acted(silentSince, done, failure));
        } catch (IbkrException e) {
            acted(silentSince, null, e);
        }
    }

    private synchronized void acted(
            HeartbeatFile.Beat silentSince, @Nullable WatchdogReport done, @Nullable Throwable failure) {
        if (done == null) {
            LOG.error("It could not be done, and is begun again: {}", String.valueOf(failure));
            state = State.WATCHING;
            return;
        }
        report = done;
        state = State.DONE;
        try {
            heart.handled(silentSince);
        } catch (UncheckedIOException e) {
            LOG.error("It could not be noted that this silence was acted on: {}", e.getMessage());
        }
        LOG.error("{}: {}", done.isFlat() ? "Nothing works and nothing is held" : "SOMETHING IS LEFT", done);
    }

    /** {@return what was done when it acted last; empty if it has not} */
    public synchronized Optional<WatchdogReport> report() {
        return Optional.ofNullable(report);
    }
}
