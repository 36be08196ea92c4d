package io.robotrader.engine;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.BrokerAccount.Trade;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker that answers by hand, and shows its books: at once, or when a test says so. */
final class AccountBroker implements Broker {

    final HandBroker hand;
    final AtomicInteger asked = new AtomicInteger();
    final List<CompletableFuture<BrokerAccount>> waiting = new CopyOnWriteArrayList<>();
    volatile boolean answers = true;
    volatile String cash = "100000";
    volatile List<Held> held = List.of();
    volatile List<OpenOrder> open = List.of();
    volatile List<Fill> trades = List.of();
    volatile List<OrderEnd> ends = List.of();

    AccountBroker(HandBroker hand) {
        this.hand = hand;
    }

    BrokerAccount books() {
        List<Trade> all = new ArrayList<>();
        trades.forEach(fill -> all.add(new Trade(fill, Set.of())));
        return new BrokerAccount(
                Instant.EPOCH, Optional.of(new BigDecimal(cash)), held, List.of(), open, all, ends, true);
    }

    /** Answers what was asked last. */
    void answer() {
        waiting.get(waiting.size() - 1).complete(books());
    }

    @Override
    public CompletableFuture<BrokerAccount> account() {
        CompletableFuture<BrokerAccount> answer =
                answers ? CompletableFuture.completedFuture(books()) : new CompletableFuture<>();
        waiting.add(answer);
        asked.incrementAndGet();
        return answer;
    }

    @Override
    public void connect(BrokerListener listener) {
        hand.connect(listener);
    }

    @Override
    public void submit(OrderIntent order) {
        hand.submit(order);
    }

    @Override
    public void recall(OrderIntent order) {
        hand.recall(order);
    }

    @Override
    public boolean holdsStops() {
        return hand.holdsStops();
    }

    @Override
    public void protect(Protection protection) {
        hand.protect(protection);
    }

    @Override
    public void cancel(String orderId) {
        hand.cancel(orderId);
    }

    @Override
    public void close() {
        hand.close();
    }
}
