package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The sums that the gate keeps in step are those that adding up afresh gives. */
class GateTwinTest {

    private static final String[] SYMBOLS = {"A", "B", "C"};

    private final RiskGate gate = RiskGate.of(noLimits().build());
    private final SlowBook book = new SlowBook();

    @Property(tries = 300)
    void after_any_sequence_of_events_the_sums_are_those_of_a_slow_twin(@ForAll long seed) {
        // Wild prices: some accounts lose all their equity on the way, and open nothing from then on.
        play(new Random(seed), 60, 8);
    }

    @Test
    void sums_do_not_drift_in_a_long_day() {
        int approved = play(new Random(42), 30_000, 1);

        assertThat(approved).isGreaterThan(1_000);
    }

    private static int play(Random random, int steps, int spread) {
        GateTwinTest game = new GateTwinTest();
        for (String symbol : SYMBOLS) {
            game.quote(symbol, 100);
        }
        game.account(random);
        int approved = 0;
        for (int step = 0; step < steps; step++) {
            approved += game.step(random, step, spread);
            if (steps < 100 || step % 100 == 0) {
                game.compare();
            }
        }
        game.compare();
        return approved;
    }

    private int step(Random random, int step, int spread) {
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        String some = Integer.toString(step - random.nextInt(12));
        switch (random.nextInt(8)) {
            case 0, 1 -> quote(symbol, 100 * Math.pow(10, random.nextDouble() * spread));
            case 2 -> {
                double atr = 0.1 + random.nextDouble() * 5;
                book.ranges.put(symbol, atr);
                gate.update(MarketData.of(symbol, NOON, book.marks.get(symbol)).withAtr(atr));
            }
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    account(random);
                }
            }
            case 4 -> {
                long quantity = 1L + random.nextInt(60);
                assertThat(gate.filled(some, quantity)).isEqualTo(book.orders.containsKey(some));
                book.filled(some, quantity);
            }
            case 5 -> assertThat(gate.closed(some)).isEqualTo(book.orders.remove(some) != null);
            default -> {
                return reserve(random, Integer.toString(step), symbol);
            }
        }
        return 0;
    }

    private int reserve(Random random, String id, String symbol) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        double price = book.marks.get(symbol) * (0.9 + random.nextDouble() / 5);
        OrderIntent order = OrderIntent.limit(id, symbol, side, 1 + random.nextInt(50), price);
        order = random.nextBoolean() ? order : order.withStop(price * (1 - side.sign() * 0.1));
        if (!gate.reserve(order).isApproved()) {
            return 0;
        }
        // The gate values a sale at the mark where its limit is below; the book knows limits only.
        double valued = side == Side.SELL ? Math.max(price, book.marks.get(symbol)) : price;
        OrderIntent booked = OrderIntent.limit(id, symbol, side, order.quantity(), valued);
        book.orders.put(
                id,
                order.stopPrice().isPresent()
                        ? booked.withStop(order.stopPrice().getAsDouble())
                        : booked);
        return 1;
    }

    private void quote(String symbol, double price) {
        book.marks.put(symbol, price);
        gate.update(MarketData.of(symbol, NOON, price));
    }

    private void account(Random random) {
        AccountSnapshot.Builder account = AccountSnapshot.builder(1e6 + random.nextInt(1000))
                .startOfDayEquity(1e6)
                .paidInToday(random.nextInt(100));
        for (String symbol : SYMBOLS) {
            Position position = Position.of(symbol, random.nextInt(200) - 100, 100);
            account.position(random.nextBoolean() ? position : position.withStop(50 + random.nextInt(100)));
        }
        book.snapshot = account.build();
        gate.update(book.snapshot);
    }

    private void compare() {
        AccountFigures fast = gate.figures();
        AccountFigures slow = book.figures();
        double size = 1e6 + slow.grossExposure() + slow.riskAtStops() + Math.abs(slow.buyingPower());
        assertThat(fast.equity()).isCloseTo(slow.equity(), within(1e-9 * size));
        assertThat(fast.buyingPower()).isCloseTo(slow.buyingPower(), within(1e-9 * size));
        assertThat(fast.dailyPnl()).isCloseTo(slow.dailyPnl(), within(1e-9 * size));
        assertThat(fast.grossExposure()).isCloseTo(slow.grossExposure(), within(1e-9 * size));
        assertThat(fast.riskAtStops()).isCloseTo(slow.riskAtStops(), within(1e-9 * size));
        assertThat(fast.openPositions()).isEqualTo(slow.openPositions());
    }
}
