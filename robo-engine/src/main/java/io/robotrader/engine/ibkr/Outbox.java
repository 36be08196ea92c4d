package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The only way out: what is to be sent, in the order of its importance and not faster than the gateway allows. No order
 * gets in here while only reading is allowed. What has not gone out when the connection is lost never does.
 */
final class Outbox {

    /** What goes first. */
    enum Lane {
        ORDERS,
        CONTROL,
        DATA,
        HISTORY
    }

    /**
     * Something to be sent.
     *
     * @param message what
     * @param lane how urgent it is
     * @param key what it is to the rules for data of the past, null if nothing
     * @param onWritten called when it has been handed to the socket
     * @param onDropped called when it will not be sent
     */
    record Item(
            ClientMessage message,
            Lane lane,
            HistoryRules.@Nullable Key key,
            Runnable onWritten,
            Consumer<IbkrError> onDropped) {}

    /** An item, and for which connection. */
    record Due(Item item, int epoch) {}

    private final IbkrTimer timer;
    private final int messagesPerSecond;
    private final HistoryRules history = new HistoryRules();
    private final Map<Lane, ArrayDeque<Item>> lanes = new EnumMap<>(Lane.class);
    private MessageWindow window;
    private volatile boolean readOnly;
    private boolean open;
    private boolean takesOrders;
    private boolean closed;
    private int epoch;
    private Runnable wakeUp = () -> {};

    Outbox(IbkrTimer timer, int messagesPerSecond, boolean readOnly) {
        this.timer = timer;
        this.messagesPerSecond = messagesPerSecond;
        this.readOnly = readOnly;
        this.window = new MessageWindow(messagesPerSecond);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new ArrayDeque<>());
        }
    }

    static boolean isOrder(ClientMessage message) {
        return message instanceof PlaceOrder
                || message instanceof OrderRequest.CancelOrder
                || message instanceof OrderRequest.RequestGlobalCancel;
    }

    /**
     * Takes something to be sent.
     *
     * @throws IbkrException if there is no connection, or it is an order and only reading is allowed, or no order now
     */
    synchronized void offer(Item item) {
        if (readOnly && isOrder(item.message())) {
            throw new IbkrException(IbkrError.refused("the session is read-only: no order is sent"));
        }
        if (!open) {
            throw new IbkrException(IbkrError.connection(ErrorCodes.NOT_CONNECTED, "not connected"));
        }
        if (!takesOrders && item.message() instanceof PlaceOrder) {
            throw new IbkrException(
                    IbkrError.connection(ErrorCodes.NOT_CONNECTED, "orders are taken only when the session is READY"));
        }
        queue(item.lane()).add(item);
        notifyAll();
    }

    /** The next item, once it may go out. Null once this is closed. */
    synchronized @Nullable Due take() throws InterruptedException {
        while (!closed) {
            long now = timer.nanoTime();
            long wait = Long.MAX_VALUE;
            for (Lane lane : Lane.values()) {
                ArrayDeque<Item> queue = queue(lane);
                for (Iterator<Item> items = queue.iterator(); items.hasNext(); ) {
                    Item item = items.next();
                    long delay = delay(now, item);
                    if (delay <= 0) {
                        items.remove();
                        window.sent(now);
                        if (item.key() != null) {
                            history.sent(now, item.key());
                        }
                        return new Due(item, epoch);
                    }
                    wait = Math.min(wait, delay);
                    if (lane != Lane.HISTORY) {
                        // In the other lanes nothing overtakes what came before it.
                        break;
                    }
                }
            }
            if (alarm(now, wait)) {
                wait();
            }
        }
        return null;
    }

    private long delay(long now, Item item) {
        long delay = window.delay(now, item.lane() == Lane.ORDERS);
        HistoryRules.Key key = item.key();
        return key == null ? delay : Math.max(delay, history.delay(now, key));
    }

    private ArrayDeque<Item> queue(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /**
     * Sees to it that the one who waits looks again at this time, if not sooner. False if it has come already: the timer
     * may have passed it before there was anything to do.
     */
    private boolean alarm(long then, long nanos) {
        wakeUp.run();
        if (nanos == Long.MAX_VALUE) {
            wakeUp = () -> {};
            return true;
        }
        wakeUp = timer.scheduleAt(then + nanos, this::wake);
        return timer.nanoTime() - then < nanos;
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * There is a connection. Its first message, the start of the session, has gone out already.
     *
     * @param onEpoch is told which one it is, before anything can be taken for it
     */
    synchronized void open(IntConsumer onEpoch) {
        open = true;
        takesOrders = false;
        epoch++;
        onEpoch.accept(epoch);
        window = new MessageWindow(messagesPerSecond);
        window.sent(timer.nanoTime());
        notifyAll();
    }

    /** It is known how things stand: orders may go out. */
    synchronized void takeOrders() {
        takesOrders = true;
    }

    /** Orders and changes do not go out any more, not even those that wait; cancellations do. */
    void refuseOrders(IbkrError why) {
        List<Item> dropped = new ArrayList<>();
        synchronized (this) {
            takesOrders = false;
            for (Iterator<Item> items = queue(Lane.ORDERS).iterator(); items.hasNext(); ) {
                Item item = items.next();
                if (item.message() instanceof PlaceOrder) {
                    items.remove();
                    dropped.add(item);
                }
            }
        }
        dropped.forEach(item -> item.onDropped().accept(why));
    }

    /** The connection is gone. */
    void shut(IbkrError why) {
        List<Item> dropped = new ArrayList<>();
        synchronized (this) {
            open = false;
            takesOrders = false;
            epoch++;
            history.forgetOpen();
            lanes.values().forEach(queue -> {
                dropped.addAll(queue);
                queue.clear();
            });
        }
        dropped.forEach(item -> item.onDropped().accept(why));
    }

    /** Takes back what has not gone out yet. */
    synchronized boolean withdraw(Item item) {
        return queue(item.lane()).remove(item);
    }

    synchronized void close() {
        closed = true;
        wakeUp.run();
        notifyAll();
    }

    synchronized void answered() {
        history.answered();
        notifyAll();
    }

    synchronized void slowDown() {
        window.halve();
    }

    synchronized void punishHistory() {
        history.punish(timer.nanoTime());
    }

    void readOnly() {
        readOnly = true;
    }

    boolean isReadOnly() {
        return readOnly;
    }
}
