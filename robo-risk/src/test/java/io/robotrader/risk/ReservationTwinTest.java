package io.robotrader.risk;

import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The counts of the day against a list of orders that is gone through share by share. Only purchases, so all of them open. */
class ReservationTwinTest {

    private static final int MOST_TRADES = 6;
    private static final double MOST_MONEY = 20_000;

    private static final class Entry {
        private final long quantity;
        private final double price;
        private long filled;
        private long filledBefore;
        private boolean isClosed;

        Entry(long quantity, double price) {
            this.quantity = quantity;
            this.price = price;
        }
    }

    private final RiskGate gate = gate(noLimits().maxDailyTrades(MOST_TRADES).maxDailyNotional(MOST_MONEY), cash(1e9));
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> usedToday = new HashSet<>();
    private int approvals;

    @Property(tries = 500)
    void the_counts_of_the_day_are_those_of_a_slow_twin(@ForAll long seed) {
        ReservationTwinTest game = new ReservationTwinTest();
        Random random = new Random(seed);
        for (int step = 0; step < 150; step++) {
            game.step(random);
        }
        assertThat(game.approvals).isPositive();
    }

    private void step(Random random) {
        String id = Integer.toString(random.nextInt(30));
        Entry entry = entries.get(id);
        boolean isHeld = entry != null && !entry.isClosed;
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                assertThat(gate.closed(id)).isEqualTo(isHeld);
                close(entry, isHeld);
            }
            case 2, 3 -> {
                long shares = 1L + random.nextInt(60);
                assertThat(gate.filled(id, shares)).isEqualTo(isHeld);
                fill(entry, entry != null, shares);
            }
            case 4 -> {
                if (entry != null && entry.filled < entry.quantity) { // what comes after the end counts, too
                    long shares = 1L + random.nextInt((int) (entry.quantity - entry.filled));
                    assertThat(gate.book(id, shares, 100)).isTrue();
                    fill(entry, true, shares);
                }
            }
            case 5 -> assertThat(gate.unknown(id)).isEqualTo(isHeld);
            case 6 -> {
                if (random.nextInt(5) == 0) {
                    gate.beginTradeDate();
                    midnight();
                }
            }
            default -> reserve(id, 1L + random.nextInt(60), 90 + random.nextInt(20));
        }
        assertThat(gate.held()).hasSize((int)
                entries.values().stream().filter(it -> !it.isClosed).count());
    }

    private void reserve(String id, long quantity, double price) {
        boolean expected = !usedToday.contains(id)
                && trades() + 1 <= MOST_TRADES
                && money() + (double) quantity * price <= MOST_MONEY * (1 + 1e-9);
        boolean approved = gate.reserve(OrderIntent.limit(id, "A", Side.BUY, quantity, price))
                .isApproved();
        assertThat(approved).isEqualTo(expected);
        if (approved) {
            approvals++;
            usedToday.add(id);
            entries.put(id, new Entry(quantity, price));
        }
    }

    private static void fill(Entry entry, boolean isHeld, long shares) {
        if (isHeld) {
            entry.filled = Math.min(entry.quantity, entry.filled + shares);
            entry.isClosed |= entry.filled == entry.quantity;
        }
    }

    private static void close(Entry entry, boolean isHeld) {
        if (isHeld) {
            entry.isClosed = true;
        }
    }

    /** What is working still counts on the new date with what is left of it. */
    private void midnight() {
        entries.values().removeIf(entry -> entry.isClosed);
        usedToday.retainAll(entries.keySet());
        entries.values().forEach(entry -> entry.filledBefore = entry.filled);
    }

    private int trades() {
        return (int) entries.values().stream()
                .filter(entry -> !entry.isClosed || entry.filled > 0)
                .count();
    }

    private double money() {
        return entries.values().stream()
                .mapToDouble(entry ->
                        (entry.isClosed ? entry.filled - entry.filledBefore : entry.quantity - entry.filledBefore)
                                * entry.price)
                .sum();
    }
}
