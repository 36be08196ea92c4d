package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All requests that are under way, by their numbers; those that have none, by what they are. Thread-safe. */
final class Requests {

    private final Map<Object, Exchange> open = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger(OrderIds.FIRST_REQUEST - 1);
    private final Outbox outbox;
    private final IbkrTimer timer;
    private final Duration deadline;

    Requests(Outbox outbox, IbkrTimer timer, Duration deadline) {
        this.outbox = outbox;
        this.timer = timer;
        this.deadline = deadline;
    }

    int newId() {
        return lastId.incrementAndGet();
    }

    void register(Object key, Exchange exchange) {
        open.put(key, exchange);
    }

    /** Registers a stream, unless there is another of its kind. */
    boolean claim(Object key, Exchange exchange) {
        Exchange there = open.putIfAbsent(key, exchange);
        return there == null || there == exchange;
    }

    void remove(Object key, Exchange exchange) {
        open.remove(key, exchange);
    }

    @Nullable
    Exchange get(Object key) {
        return open.get(key);
    }

    List<Exchange> all() {
        return List.copyOf(open.values());
    }

    /** Asks, under a number of its own. */
    <T> CompletableFuture<T> ask(
            String what,
            IntFunction<ClientMessage> message,
            @Nullable IntFunction<ClientMessage> cancel,
            Ask.Reply<T> reply) {
        int id = newId();
        return send(id, what, message.apply(id), Outbox.Lane.DATA, ended(cancel, id), reply);
    }

    /** Asks for data of the past; the deadline counts from when the rules have let the question out. */
    <T> CompletableFuture<T> askHistory(
            String what,
            IntFunction<ClientMessage> message,
            IntFunction<ClientMessage> cancel,
            HistoryRules.Key key,
            Ask.Reply<T> reply) {
        int id = newId();
        Ask<T> ask = new Ask<>(reply);
        AskedHistory<T> asked = new AskedHistory<>(id, what, ask);
        Outbox.Item item = new Outbox.Item(message.apply(id), Outbox.Lane.HISTORY, key, asked::written, ask::fail);
        Runnable end = ended(cancel, id);
        register(id, ask);
        CompletableFuture<T> unused = ask.answer().whenComplete((value, failure) -> {
            remove(id, ask);
            boolean neverSent = outbox.withdraw(item);
            if (asked.end()) {
                outbox.answered();
            }
            if (!neverSent && isOurs(failure)) {
                end.run();
            }
        });
        offer(ask, item);
        return ask.answer();
    }

    /** Asks what has no number: one question of a kind is enough at a time, whoever asks. */
    @SuppressWarnings("unchecked")
    <T> CompletableFuture<T> askOnce(Object kind, String what, ClientMessage message, Ask.Reply<T> reply) {
        Ask<T> mine = new Ask<>(reply);
        // One that was answered is still listed for a moment, and its answer is from before this was asked.
        Ask<T> running = (Ask<T>) open.compute(kind, (key, there) -> isUnderWay(there) ? there : mine);
        return running == mine
                ? send(mine, kind, what, message, Outbox.Lane.CONTROL, () -> {}).copy()
                : running.answer().copy();
    }

    private static boolean isUnderWay(@Nullable Exchange exchange) {
        return exchange instanceof Ask<?> ask && !ask.answer().isDone();
    }

    /** Done when nothing is asked of this kind. */
    CompletableFuture<?> idle(Object kind) {
        return open.get(kind) instanceof Ask<?> ask ? ask.answer().copy() : CompletableFuture.completedFuture(null);
    }

    /** Asks under a number that is given, such as an order's. */
    <T> CompletableFuture<T> send(
            Object key, String what, ClientMessage message, Outbox.Lane lane, Runnable end, Ask.Reply<T> reply) {
        Ask<T> ask = new Ask<>(reply);
        register(key, ask);
        return send(ask, key, what, message, lane, end);
    }

    private <T> CompletableFuture<T> send(
            Ask<T> ask, Object key, String what, ClientMessage message, Outbox.Lane lane, Runnable end) {
        Outbox.Item item = new Outbox.Item(message, lane, null, () -> {}, ask::fail);
        Runnable cancelTimer = startDeadline(key, what, ask);
        CompletableFuture<T> unused = ask.answer().whenComplete((value, failure) -> {
            remove(key, ask);
            cancelTimer.run();
            boolean neverSent = outbox.withdraw(item);
            if (!neverSent && isOurs(failure)) {
                end.run();
            }
        });
        offer(ask, item);
        return ask.answer();
    }

    private void offer(Ask<?> ask, Outbox.Item item) {
        try {
            outbox.offer(item);
        } catch (IbkrException e) {
            ask.answer().completeExceptionally(e);
        }
    }

    private Runnable startDeadline(Object key, String what, Ask<?> ask) {
        int id = key instanceof Integer number ? number : -1;
        return timer.schedule(
                deadline, () -> ask.answer().completeExceptionally(new IbkrException(IbkrError.deadline(id, what))));
    }

    /** Whether we gave up, and not the gateway: it has to be told. */
    private static boolean isOurs(@Nullable Throwable failure) {
        return failure != null
                && !(failure instanceof IbkrException told && told.error().code() != IbkrError.DEADLINE);
    }

    private Runnable ended(@Nullable IntFunction<ClientMessage> cancel, int id) {
        return cancel == null ? () -> {} : () -> tell(cancel.apply(id));
    }

    /** Sends what is not answered; without a connection there is nobody to tell. */
    void tell(ClientMessage message) {
        try {
            outbox.offer(new Outbox.Item(message, Outbox.Lane.CONTROL, null, () -> {}, e -> {}));
        } catch (IbkrException e) {
            // There is no connection, and so nothing that would have to be ended.
        }
    }

    /** A question about the past: open from when it is sent until it is answered. */
    private final class AskedHistory<T> {
        private final int id;
        private final String what;
        private final Ask<T> ask;
        private boolean sent;
        private boolean over;
        private Runnable cancelTimer = () -> {};

        AskedHistory(int id, String what, Ask<T> ask) {
            this.id = id;
            this.what = what;
            this.ask = ask;
        }

        synchronized void written() {
            sent = true;
            if (over) {
                outbox.answered();
            } else {
                cancelTimer = startDeadline(id, what, ask);
            }
        }

        /** Whether it was sent, and so has been open. */
        synchronized boolean end() {
            over = true;
            cancelTimer.run();
            return sent;
        }
    }
}
