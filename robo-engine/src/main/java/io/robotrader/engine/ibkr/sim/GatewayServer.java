package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a simulator and its listening socket. All of the gateway happens under one lock, on the thread that has
 * something for it, so that an answer needs no other thread to come first.
 */
final class GatewayServer implements Gateway.Door {

    /** How simulated time follows real time: times faster, with nights and weekends left out. */
    record Pace(LongSupplier nanos, double speed) {}

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final long STEP_MILLIS = 5;
    private static final Duration BEFORE_OPEN = Duration.ofMinutes(1);

    /** Fair, so that things happen in the order in which they came. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final @Nullable Pace pace;
    private final Gateway gateway;
    private final @Nullable Thread follower;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile int port;
    private volatile @Nullable FrontDoor door;
    private long paceStart;
    private Instant simulatedStart;

    GatewayServer(Settings settings, int port, @Nullable Pace pace) {
        this.port = port;
        this.pace = pace;
        this.simulatedStart = settings.start();
        this.gateway = new Gateway(settings, this, pace == null ? this::simulatedNanos : pace.nanos());
        this.follower = pace == null ? null : thread("gateway", () -> run(pace));
    }

    void start() {
        open();
        paceStart = pace == null ? 0 : pace.nanos().getAsLong();
        if (follower != null) {
            follower.start();
        }
    }

    int port() {
        return port;
    }

    private long simulatedNanos() {
        return Duration.between(simulatedStart, gateway.timeline.now()).toNanos();
    }

    static Thread thread(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open() {
        if (stopped || door != null) {
            return; // it is over, or there were two restarts, the second within the first
        }
        try {
            FrontDoor opened = new FrontDoor(port, this::serve);
            door = opened;
            port = opened.port();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " must be free", e);
        }
    }

    @Override
    public void shut() {
        FrontDoor open = door;
        if (open != null) {
            door = null;
            open.shut();
        }
    }

    /** Called by the door, which may be waited for by whoever has the turn: so nothing here waits for the turn. */
    private void serve(FrontDoor by, Connection connection) {
        ClientSession session = new ClientSession(connection);
        connections.add(connection);
        thread("gateway-writer", connection::writeAll).start();
        thread("gateway-reader", () -> {
                    step(() -> admit(by, session));
                    connection.read(bytes -> step(() -> gateway.received(session, bytes)), session::isKnown);
                    connections.remove(connection);
                    step(() -> gateway.closed(session));
                })
                .start();
    }

    private void admit(FrontDoor by, ClientSession session) {
        if (by == door) {
            gateway.opened(session);
        } else {
            // It came in just before the door was shut, too late to be one of those that were put out.
            session.close();
        }
    }

    private void run(Pace by) {
        try {
            do {
                step(() -> follow(by));
            } while (!over.await(STEP_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("The simulated clock stands, as its thread was interrupted", e);
        }
    }

    private void step(Runnable task) {
        turn.lock();
        try {
            flushed(() -> {
                if (!stopped) {
                    task.run();
                }
                return true;
            });
        } catch (RuntimeException e) {
            // One message must not end the exchange for everybody.
            LOG.error("The simulator could not do something that it was asked", e);
        } finally {
            turn.unlock();
        }
    }

    private void follow(Pace by) {
        long passed = by.nanos().getAsLong() - paceStart;
        gateway.timeline.advanceTo(simulatedStart.plusNanos((long) (passed * by.speed())));
        Instant now = gateway.timeline.now();
        Instant open = gateway.hours.nextOpen(now).minus(BEFORE_OPEN);
        if (!gateway.hours.isRegular(now) && now.isBefore(open)) {
            gateway.timeline.skipTo(open);
            paceStart = by.nanos().getAsLong();
            simulatedStart = open;
        }
    }

    /** Does something to the gateway; what has come out of it is handed to the sockets before this returns. */
    <T> T call(Function<Gateway, T> what) {
        turn.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("simulator must be running, but was closed");
            }
            return flushed(() -> what.apply(gateway));
        } finally {
            turn.unlock();
        }
    }

    /** What has come out goes out whatever happened; whoever has the turn gives it back whatever happens here. */
    private <T> T flushed(Supplier<T> what) {
        try {
            return what.get();
        } finally {
            gateway.flush();
        }
    }

    void stop() {
        stopped = true;
        over.countDown();
        if (follower != null) {
            FrontDoor.join(follower);
        }
        turn.lock();
        try {
            // Whoever had the turn has seen that it is over: nobody opens the door again.
            shut();
        } finally {
            turn.unlock();
        }
        connections.forEach(Connection::abort);
    }
}
