package io.robotrader.engine.ibkr;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels everything, sees that nothing works any more, closes every position by market orders, and sees that nothing is
 * held any more. It stops after a number of rounds and says what is left. Runs once; one step follows the other.
 */
final class Flattening {

    private static final Logger LOG = LoggerFactory.getLogger(Flattening.class);
    private static final int CANCEL_ROUNDS = 5;
    private static final int CLOSE_ROUNDS = 20;
    /** Rounds in which an order that works no more may show in the positions, before another is sent. */
    private static final int ROUNDS_TO_SHOW = 3;

    private final IbkrClient client;
    private final String account;
    private final Function<String, IbkrContract> contracts;
    private final Duration pause;
    private final Instant began;
    private final List<String> sent = new ArrayList<>();
    private final Map<String, Integer> sentInRound = new HashMap<>();

    Flattening(IbkrClient client, String account, Function<String, IbkrContract> contracts, Duration pause) {
        this.client = client;
        this.account = account;
        this.contracts = contracts;
        this.pause = pause;
        this.began = client.timer().now();
    }

    CompletableFuture<WatchdogReport> run() {
        return cancel(1);
    }

    private CompletableFuture<WatchdogReport> cancel(int round) {
        client.orders().cancelAll();
        return later().thenCompose(any -> open()).thenCompose(open -> {
            if (open.isEmpty() || round == CANCEL_ROUNDS) {
                return close(1);
            }
            return cancel(round + 1);
        });
    }

    private CompletableFuture<WatchdogReport> close(int round) {
        // Orders first: what has ended in between shows in the positions, and is not closed twice.
        return open().thenCompose(open -> positions().thenCompose(held -> {
            boolean isOver = held.isEmpty() && open.isEmpty();
            if (isOver || round == CLOSE_ROUNDS) {
                return CompletableFuture.completedFuture(report(open, held));
            }
            for (IbkrPosition position : held) {
                close(position, open, round);
            }
            return later().thenCompose(any -> close(round + 1));
        }));
    }

    private void close(IbkrPosition position, List<OrderEvent.Acknowledged> open, int round) {
        String symbol = position.contract().symbol();
        if (!IbkrHolding.isShares(position.contract()) || !IbkrHolding.isWhole(position.quantity())) {
            return; // it is left, and told as such
        }
        boolean works =
                open.stream().anyMatch(order -> order.contract().symbol().equals(symbol));
        Integer before = sentInRound.get(symbol);
        if (works || (before != null && round - before < ROUNDS_TO_SHOW)) {
            return;
        }
        sentInRound.put(symbol, round);
        Side side = position.quantity().signum() > 0 ? Side.SELL : Side.BUY;
        BigDecimal shares = position.quantity().abs();
        IbkrOrder order = IbkrOrder.market(side, shares)
                .withAccount(position.account())
                .withOrderRef("watchdog-" + began.getEpochSecond() + "-" + symbol + "-" + round);
        CompletableFuture<OrderEvent> unused = client.orders()
                .place(contracts.apply(symbol), order)
                .acknowledged()
                .whenComplete((event, failure) -> {
                    if (failure != null) {
                        LOG.error("An order to close {} was not taken: {}", symbol, failure.getMessage());
                    }
                });
        sent.add(side + " " + shares.toPlainString() + " " + symbol);
    }

    private CompletableFuture<List<OrderEvent.Acknowledged>> open() {
        return client.orders()
                .openOfAll()
                .thenApply(all -> all.stream()
                        .filter(order -> isMine(order.order().account()))
                        .toList());
    }

    private CompletableFuture<List<IbkrPosition>> positions() {
        return client.account()
                .positions()
                .thenApply(all -> all.stream()
                        .filter(held ->
                                isMine(held.account()) && held.quantity().signum() != 0)
                        .toList());
    }

    private boolean isMine(String ofAccount) {
        return account.isEmpty() || ofAccount.isEmpty() || account.equals(ofAccount);
    }

    private CompletableFuture<Void> later() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        Runnable unused = client.timer().schedule(pause, () -> later.complete(null));
        return later;
    }

    private WatchdogReport report(List<OrderEvent.Acknowledged> open, List<IbkrPosition> held) {
        return new WatchdogReport(
                began,
                client.timer().now(),
                sent,
                open.stream()
                        .map(order -> order.order().side() + " "
                                + order.order().quantity().toPlainString() + " "
                                + order.contract().symbol())
                        .toList(),
                held.stream().map(IbkrHolding::words).toList());
    }
}
