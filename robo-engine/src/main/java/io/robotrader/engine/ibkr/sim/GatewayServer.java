package io.robotrader.engine.ibkr.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a simulator and its listening socket. All of the gateway happens on one of them. */
final class GatewayServer implements Gateway.Door {

    /** How simulated time follows real time: times faster, with nights and weekends left out. */
    record Pace(LongSupplier nanos, double speed) {}

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final long STEP_MILLIS = 5;
    private static final Duration BEFORE_OPEN = Duration.ofMinutes(1);

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final @Nullable Pace pace;
    private final Gateway gateway;
    private final Thread loop;
    private volatile boolean stopped;
    private volatile int port;
    private volatile @Nullable ServerSocket listening;
    private long paceStart;
    private Instant simulatedStart;

    GatewayServer(Settings settings, int port, @Nullable Pace pace) {
        this.port = port;
        this.pace = pace;
        this.simulatedStart = settings.start();
        this.gateway = new Gateway(settings, this, pace == null ? this::simulatedNanos : pace.nanos());
        this.loop = thread("gateway", this::run);
    }

    void start() {
        open();
        paceStart = pace == null ? 0 : pace.nanos().getAsLong();
        loop.start();
    }

    int port() {
        return port;
    }

    private long simulatedNanos() {
        return Duration.between(simulatedStart, gateway.timeline.now()).toNanos();
    }

    private static Thread thread(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open() {
        if (stopped) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = socket.getLocalPort();
            listening = socket;
            thread("gateway-door", () -> accept(socket)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " must be free", e);
        }
    }

    @Override
    public void shut() {
        ServerSocket socket = listening;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("The listening socket did not close well", e);
            }
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                serve(client);
            } catch (IOException e) {
                LOG.debug("The port is closed: {}", e.getMessage());
            }
        }
    }

    private void serve(Socket client) {
        Connection connection = new Connection(client);
        ClientSession session = new ClientSession(connection);
        connections.add(connection);
        tasks.add(() -> gateway.opened(session));
        thread("gateway-writer", connection::writeAll).start();
        thread("gateway-reader", () -> {
                    connection.read(received -> tasks.add(() -> {
                        try {
                            gateway.received(session, received.bytes());
                        } finally {
                            received.done();
                        }
                    }));
                    connections.remove(connection);
                    tasks.add(() -> gateway.closed(session));
                })
                .start();
    }

    private void run() {
        while (!stopped) {
            try {
                Runnable task = pace == null ? tasks.take() : tasks.poll(STEP_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    step(task);
                }
                if (pace != null) {
                    step(() -> follow(pace));
                }
            } catch (InterruptedException e) {
                return; // closed
            }
        }
    }

    private void step(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One message must not end the exchange for everybody.
            LOG.error("The simulator could not do something that it was asked", e);
        }
        gateway.flush();
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

    /** Does something on the gateway's own thread and waits for it. */
    <T> T call(java.util.function.Function<Gateway, T> what) {
        FutureTask<T> task = new FutureTask<>((Callable<T>) () -> what.apply(gateway));
        if (stopped) {
            throw new IllegalStateException("simulator must be running, but was closed");
        }
        tasks.add(task);
        // What has come out of it is handed to the sockets before it counts as done.
        FutureTask<Boolean> flushed = new FutureTask<>(() -> true);
        tasks.add(flushed);
        try {
            while (!isDone(flushed)) {
                if (!loop.isAlive() && !flushed.isDone()) {
                    throw new IllegalStateException("simulator must be running, but was closed");
                }
            }
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("simulator must not be interrupted, but was", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("simulator must answer, but did not", e);
        }
    }

    /** Waits for it a while, as a thread that has ended meanwhile never gets to it. */
    private static boolean isDone(FutureTask<Boolean> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false;
        }
    }

    void stop() {
        stopped = true;
        shut();
        connections.forEach(Connection::abort);
        loop.interrupt();
        boolean interrupted = false;
        try {
            loop.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
