package io.robotrader.engine.execution;

import io.robotrader.engine.execution.OrderLife.Step;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an engine, each with its life, in the order in which they were decided.
 *
 * <p>Orders that are over are kept until {@link #forgetOver}, so that what comes late finds them. Every report is answered
 * by a {@link Step}, or by nothing if the order is not ours. Not thread-safe: it belongs to the engine's one writing
 * thread.
 */
public final class OrderBook {

    private final Map<String, OrderLife> lives = new LinkedHashMap<>();

    /** Makes an empty book. */
    public OrderBook() {}

    /**
     * Takes an order up that was decided.
     *
     * @param intent the order
     * @return the step; refused if there is one of that id
     */
    public Step decided(OrderIntent intent) {
        OrderLife there = lives.get(intent.id());
        if (there != null) {
            return new Step(there, Step.Outcome.REFUSED, "there is an order of that id, and it is " + there.state());
        }
        OrderLife life = OrderLife.decided(intent);
        lives.put(intent.id(), life);
        return new Step(life, Step.Outcome.CHANGED, "");
    }

    /**
     * The order is handed to the broker.
     *
     * @param orderId the order
     * @return what became of the report; empty if there is no such order
     */
    public Optional<Step> sent(String orderId) {
        return step(orderId, OrderLife::sent);
    }

    /**
     * The broker has the order.
     *
     * @param orderId the order
     * @param brokerId the broker's own name for it
     * @return what became of the report; empty if there is no such order
     */
    public Optional<Step> acknowledged(String orderId, String brokerId) {
        return step(orderId, life -> life.acknowledged(brokerId));
    }

    /**
     * Shares were traded, or a correction of that is told.
     *
     * @param fill the fill
     * @return what became of the report; empty if there is no such order
     */
    public Optional<Step> filled(Fill fill) {
        return step(Corrections.correctedOrder(fill).orElse(fill.orderId()), life -> life.filled(fill));
    }

    /**
     * The order is asked to be taken back.
     *
     * @param orderId the order
     * @return what became of the report; empty if there is no such order
     */
    public Optional<Step> cancelRequested(String orderId) {
        return step(orderId, OrderLife::cancelRequested);
    }

    /**
     * The order ended, or its fate is unknown.
     *
     * @param end how
     * @return what became of the report; empty if there is no such order
     */
    public Optional<Step> ended(OrderEnd end) {
        return step(end.orderId(), life -> life.ended(end));
    }

    /** What is told of an order, as a change of its life. */
    private interface Report {
        Step of(OrderLife life);
    }

    private Optional<Step> step(String orderId, Report report) {
        OrderLife life = lives.get(orderId);
        if (life == null) {
            return Optional.empty();
        }
        Step step = report.of(life);
        lives.put(orderId, step.life());
        return Optional.of(step);
    }

    /**
     * {@return an order; null if there is none of that id}
     *
     * @param orderId its id
     */
    public @Nullable OrderLife get(String orderId) {
        return lives.get(orderId);
    }

    /** {@return all orders, those that are over and not forgotten included} */
    public List<OrderLife> all() {
        return List.copyOf(lives.values());
    }

    /** {@return the orders that work, as far as is known; those of which nothing is known included} */
    public List<OrderLife> working() {
        return lives.values().stream().filter(life -> !life.state().isOver()).toList();
    }

    /**
     * {@return the orders that work in a symbol}
     *
     * @param symbol the ticker
     */
    public List<OrderLife> workingIn(String symbol) {
        return working().stream()
                .filter(life -> life.intent().symbol().equals(symbol))
                .toList();
    }

    /**
     * {@return whether the broker knows of nothing that works in a symbol: there is nothing, or its fate is unknown}
     *
     * @param symbol the ticker
     */
    public boolean areNoneKnownIn(String symbol) {
        return workingIn(symbol).stream().allMatch(life -> life.state() == OrderState.UNKNOWN);
    }

    /**
     * {@return the shares that may be bought, or sold, by what works in a symbol, but for protective orders}
     *
     * @param symbol the ticker
     * @param side which of the two
     */
    public long openShares(String symbol, Side side) {
        return workingIn(symbol).stream()
                .filter(life -> life.intent().side() == side
                        && !Protection.isProtective(life.intent().id()))
                .mapToLong(OrderLife::open)
                .sum();
    }

    /**
     * Forgets orders that are over, such as those of the trade date before the last: what is told of one after that finds
     * nobody.
     *
     * @return how many
     */
    public int forgetOver() {
        List<String> over = new ArrayList<>();
        lives.forEach((id, life) -> {
            if (life.state().isOver()) {
                over.add(id);
            }
        });
        over.forEach(lives::remove);
        return over.size();
    }
}
