package io.robotrader.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.BrokerAccount.Trade;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** When what a reconciliation says was done, the next one finds nothing, whatever the two sides were like. */
class ReconcilerPropertyTest {

    private static final List<OrderEnd.Kind> KINDS = List.of(OrderEnd.Kind.values());
    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "SPY");

    private final Map<String, OrderLife> lives = new LinkedHashMap<>();
    private final Map<String, Fill> fills = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private BigDecimal cash = BigDecimal.ZERO;
    private Set<Difference> standing = Set.of();

    /** All tries have one instance of this class. */
    private void begin() {
        lives.clear();
        fills.clear();
        positions.clear();
        cash = new BigDecimal("100000");
        standing = Set.of();
    }

    private Books books() {
        return new Books(cash, positions, List.copyOf(lives.values()), fills, standing);
    }

    private void book(Fill fill) {
        assertThat(fills.put(fill.id(), fill))
                .as("%s is booked once", fill.id())
                .isNull();
        long signed = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
        positions.merge(fill.symbol(), signed, Long::sum);
        cash = cash.subtract(fill.price().multiply(BigDecimal.valueOf(signed))).subtract(fill.commission());
        String orderId = Corrections.correctedOrder(fill).orElse(fill.orderId());
        lives.computeIfPresent(orderId, (id, life) -> life.filled(fill).life());
    }

    /** What an engine does with what was found, in the order of its parts. */
    private void apply(Reconciliation found) {
        found.fills().forEach(this::book);
        found.ends()
                .forEach(end -> lives.computeIfPresent(
                        end.orderId(), (id, life) -> life.ended(end).life()));
        found.found()
                .forEach((id, brokerId) -> lives.computeIfPresent(
                        id, (same, life) -> life.acknowledged(brokerId).life()));
        found.positions().forEach(adopted -> positions.put(adopted.symbol(), adopted.quantity()));
        found.cash().ifPresent(money -> cash = money);
        standing = found.standing();
    }

    /** The broker's side, and ours: what became of each order is known to either side, to both, or to none. */
    private BrokerAccount play(Random random) {
        List<OpenOrder> open = new ArrayList<>();
        List<Trade> trades = new ArrayList<>();
        List<OrderEnd> ends = new ArrayList<>();
        int orders = random.nextInt(6);
        for (int i = 0; i < orders; i++) {
            order("o" + i, random, open, trades, ends);
        }
        if (random.nextBoolean()) {
            open.add(new OpenOrder("", "900", "MSFT", Side.SELL, 5, 0, true));
        }
        if (random.nextBoolean()) {
            open.add(new OpenOrder("stray", "901", "SPY", Side.BUY, 5, 0, false));
        }
        List<Held> held = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            long shares = random.nextInt(5) * 10L - 20;
            if (shares != 0) {
                held.add(new Held(symbol, shares, BigDecimal.TEN));
            }
        }
        return new BrokerAccount(
                Instant.EPOCH,
                random.nextBoolean() ? Optional.empty() : Optional.of(new BigDecimal(99_000 + random.nextInt(2_000))),
                held,
                random.nextBoolean() ? List.of() : List.of("0.5 AAPL (STK)"),
                open,
                trades,
                ends,
                random.nextInt(4) != 0);
    }

    private void order(String id, Random random, List<OpenOrder> open, List<Trade> trades, List<OrderEnd> ends) {
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        lives.put(
                id,
                OrderLife.decided(OrderIntent.market(id, symbol, side, 100))
                        .sent()
                        .life());
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String root = id + "." + i;
            Fill first = fill(root + ".01", id, symbol, side, 25);
            if (random.nextBoolean()) {
                book(first);
            }
            trades.add(
                    random.nextInt(3) == 0
                            ? new Trade(fill(root + ".02", id, symbol, side, 20), Set.of(first.id()))
                            : new Trade(first, Set.of()));
        }
        if (random.nextInt(3) == 0) {
            ends.add(new OrderEnd(id, OrderEnd.Kind.CANCELLED, "so"));
        } else if (random.nextBoolean()) {
            open.add(new OpenOrder(id, "b" + id, symbol, side, 100, 0, false));
        }
        if (random.nextInt(3) == 0) {
            OrderEnd.Kind told = KINDS.get(random.nextInt(KINDS.size()));
            lives.computeIfPresent(
                    id, (same, life) -> life.ended(new OrderEnd(id, told, "")).life());
        }
    }

    private static Fill fill(String id, String order, String symbol, Side side, long quantity) {
        return new Fill(id, order, symbol, side, quantity, BigDecimal.TEN, BigDecimal.ONE, Instant.EPOCH);
    }

    private static ReconcilePolicy policy(Random random) {
        Action[] actions = Action.values();
        return new ReconcilePolicy(
                actions[random.nextInt(actions.length)],
                actions[random.nextInt(actions.length)],
                BigDecimal.valueOf(random.nextInt(3)),
                random.nextBoolean() ? Action.BLOCKED : Action.REPORTED,
                random.nextBoolean() ? Action.BLOCKED : Action.ADOPTED);
    }

    @Property(tries = 2000)
    void once_what_it_says_was_done_the_next_reconciliation_finds_nothing(@ForAll long seed) {
        begin();
        Random random = new Random(seed);
        BrokerAccount account = play(random);
        Reconciler reconciler = new Reconciler(policy(random));

        Reconciliation first = reconciler.reconcile(books(), account);
        assertThat(reconciler.reconcile(books(), account)).isEqualTo(first);
        apply(first);
        Reconciliation second = reconciler.reconcile(books(), account);
        // An order that the broker names nowhere is given up only once it was asked for twice: this is the second time.
        assertThat(second.differences()).allMatch(it -> it.kind() == Difference.Kind.MISSED_END);
        assertThat(second.ends()).hasSameSizeAs(second.differences());
        assertThat(second.fills()).isEmpty();
        assertThat(second.found()).isEmpty();
        assertThat(second.positions()).isEmpty();
        assertThat(second.cash()).isEmpty();
        apply(second);
        Reconciliation third = reconciler.reconcile(books(), account);

        assertThat(third.isEmpty()).isTrue();
        assertThat(second.blocked()).containsAll(third.blocked());
        account.trades()
                .forEach(trade -> assertThat(fills).containsKey(trade.fill().id()));
    }
}
