package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.account.OrderIntent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A broker that sends nothing and tells what the recorded one told. When the record is over it ends what works. */
final class ReplayBroker implements Broker {

    private final RecordedRun run;
    private final ReplayTies ties;
    private final ReplayJournal record;
    // Shares of each order that are not filled yet.
    private final Map<String, Long> working = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile @Nullable BrokerListener listener;
    private volatile CompletableFuture<BrokerAccount> books = new CompletableFuture<>();
    private int bar;

    ReplayBroker(RecordedRun run, ReplayTies ties, ReplayJournal record) {
        this.run = run;
        this.ties = ties;
        this.record = record;
    }

    @Override
    public void connect(BrokerListener newListener) {
        listener = newListener;
    }

    @Override
    public void recall(OrderIntent order) {
        working.put(order.id(), order.quantity());
    }

    @Override
    public void submit(OrderIntent order) {
        working.put(order.id(), order.quantity());
        answer(record.next() - 1);
    }

    /** {@inheritDoc} It does if the recorded one did, as far as that shows. */
    @Override
    public boolean holdsStops() {
        for (int index = 0; index < run.size(); index++) {
            if (run.event(index) instanceof OrderDecided decided
                    && Protection.isProtective(decided.order().id())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void protect(Protection protection) {
        working.put(protection.id() + Protection.STOP, Math.abs(protection.quantity()));
        answer(record.next() - 1);
    }

    @Override
    public void cancel(String orderId) {
        if (record.isOver()) {
            end(orderId);
        } else {
            answer(record.next() - 1);
        }
    }

    @Override
    public void onMarket(Bar shown) {
        for (int index = bar; index < run.size(); index++) {
            if (run.event(index) instanceof BarTaken taken && taken.bar().equals(shown)) {
                bar = index + 1;
                answer(index);
                return;
            }
        }
    }

    /**
     * {@inheritDoc} Where the record has the engine wait for the books, it waits until the record has the end of that. What
     * they told is not in the record: a run in which they differed is not replayed beyond that.
     */
    @Override
    public CompletableFuture<BrokerAccount> account() {
        int next = record.next();
        boolean isWaitedFor =
                next < run.size() && run.event(next) instanceof HoldChanged hold && hold.placed() && isForBooks(hold);
        if (!isWaitedFor) {
            return Broker.super.account();
        }
        CompletableFuture<BrokerAccount> asked = new CompletableFuture<>();
        books = asked;
        return asked;
    }

    static boolean isForBooks(HoldChanged hold) {
        return hold.reason().equals(HoldReason.RECONCILIATION.name());
    }

    /** They cannot be had: the engine then goes on without. */
    void refuseBooks() {
        books.completeExceptionally(new UnsupportedOperationException("a record holds no books"));
    }

    @Override
    public void close() {}

    private void answer(int call) {
        ties.answersTo(call).forEach(this::tell);
    }

    /** So that an engine that waits for the ends of its orders can end. */
    void endAll() {
        List.copyOf(working.keySet()).forEach(this::end);
    }

    private void end(String orderId) {
        hears().onOrderEnded(new OrderEnd(orderId, OrderEnd.Kind.CANCELLED, "the replay is over"));
    }

    void tell(EngineEvent report) {
        if (report instanceof OrderFilled filled) {
            working.computeIfPresent(
                    filled.fill().orderId(), (id, left) -> left - filled.fill().quantity());
            working.remove(filled.fill().orderId(), 0L);
            hears().onFill(filled.fill());
        } else if (report instanceof CommissionCharged charged) {
            hears().onCommission(charged.commission());
        } else if (report instanceof OrderEnded ended) {
            working.remove(ended.end().orderId());
            hears().onOrderEnded(ended.end());
        } else if (report instanceof OrderAcknowledged acknowledged) {
            hears().onAcknowledged(acknowledged.orderId(), acknowledged.brokerId());
        } else if (report instanceof ConnectionChanged changed) {
            hears().onConnection(changed.up(), changed.detail());
        }
    }

    private BrokerListener hears() {
        return Objects.requireNonNull(listener, "listener");
    }
}
