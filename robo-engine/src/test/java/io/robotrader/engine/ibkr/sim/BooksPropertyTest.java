package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The books against what was said on the wire: cash, positions, gains and commissions, added up once more. */
class BooksPropertyTest {

    @Property(tries = 60)
    void cash_positions_and_gains_are_the_sum_of_the_fills_and_their_costs(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(min = -400, max = 400) Integer> trades,
            @ForAll boolean tiered,
            @ForAll @IntRange(min = 20, max = 500) int largest) {
        Commission schedule = tiered ? Commission.TIERED : Commission.FIXED;
        Bench bench = new Bench(Sim.ticking().commission(schedule).fills(FillModel.IMMEDIATE.withLargestFill(largest)));
        bench.start(1);
        BigDecimal cash = new BigDecimal("1000000");
        BigDecimal position = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal realized = BigDecimal.ZERO;
        int id = 0;
        for (int trade : trades) {
            if (trade != 0) {
                bench.send(Orders.market(++id, trade > 0 ? "BUY" : "SELL", Math.abs(trade))
                        .text());
            }
            bench.seconds(20);
        }

        for (String message : bench.heard()) {
            String[] f = message.split("·", -1);
            if (f[0].equals("11")) {
                BigDecimal signed = new BigDecimal(f[19]).multiply(new BigDecimal(f[18].equals("BOT") ? 1 : -1));
                cash = cash.subtract(signed.multiply(new BigDecimal(f[20])));
                position = position.add(signed);
            } else if (f[0].equals("59")) {
                cash = cash.subtract(new BigDecimal(f[3]));
                fees = fees.add(new BigDecimal(f[3]));
                realized = realized.add(f[5].startsWith("1.797") ? BigDecimal.ZERO : new BigDecimal(f[5]));
            }
        }
        Account account = bench.gateway.books.all().get(0);

        assertThat(account.cash()).isEqualByComparingTo(cash);
        BigDecimal held = account.holdings().stream().map(Holding::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(held).isEqualByComparingTo(position);
        assertThat(held)
                .isEqualByComparingTo(
                        BigDecimal.valueOf(trades.stream().mapToLong(i -> i).sum()));
        assertThat(account.realized().subtract(realized).abs()).isLessThan(new BigDecimal("0.001"));
        BigDecimal gain = account.realized().add(account.unrealized());
        assertThat(account.netLiquidation()
                        .subtract(new BigDecimal("1000000"))
                        .subtract(gain)
                        .abs())
                .isLessThan(new BigDecimal("0.000001"));
        assertThat(fees).isEqualByComparingTo(expectedFees(bench, schedule));
    }

    /** Order by order, from the price list. */
    private static BigDecimal expectedFees(Bench bench, Commission schedule) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LiveOrder order : bench.gateway.books.executions().stream()
                .map(Books.Execution::order)
                .distinct()
                .toList()) {
            double rate = schedule == Commission.FIXED ? 0.005 : 0.0035;
            double least = schedule == Commission.FIXED ? 1.00 : 0.35;
            double shares = order.filled.doubleValue();
            double fee = Math.min(Math.max(shares * rate, least), order.value.doubleValue() * 0.01);
            sum = sum.add(BigDecimal.valueOf(fee).setScale(4, RoundingMode.HALF_UP));
        }
        return sum;
    }

    @Test
    void commissions_are_those_of_the_price_list() {
        // Interactive Brokers, US stocks: 100 shares at 25, 1,000 shares at 25, 1,000 shares at 0.25 under the fixed
        // schedule.
        assertThat(fixed(100, 25)).isEqualByComparingTo("1.00");
        assertThat(fixed(1_000, 25)).isEqualByComparingTo("5.00");
        assertThat(fixed(1_000, 0.25)).isEqualByComparingTo("2.50");
        assertThat(tiered(100, 25, 0)).isEqualByComparingTo("0.35");
        assertThat(tiered(1_000, 25, 0)).isEqualByComparingTo("3.50");
        assertThat(tiered(1_000, 25, 299_500)).isEqualByComparingTo("2.75");
        assertThat(tiered(1_000, 25, 200_000_000)).isEqualByComparingTo("0.50");
        assertThat(Commission.NONE.of(BigDecimal.TEN, BigDecimal.TEN, 0)).isEqualByComparingTo("0");
        assertThat(fixed(0, 25)).isEqualByComparingTo("0");
    }

    private static BigDecimal fixed(int shares, double price) {
        return Commission.FIXED.of(BigDecimal.valueOf(shares), BigDecimal.valueOf(shares * price), 0);
    }

    private static BigDecimal tiered(int shares, double price, long before) {
        return Commission.TIERED.of(BigDecimal.valueOf(shares), BigDecimal.valueOf(shares * price), before);
    }

    @Test
    void a_fill_through_zero_closes_and_opens() {
        Holding holding = new Holding(Listing.of("AAPL"));
        assertThat(holding.book(new BigDecimal("100"), new BigDecimal("10"), BigDecimal.ONE))
                .isNull();
        assertThat(holding.averageCost()).isEqualByComparingTo("10.01");

        BigDecimal gain = holding.book(new BigDecimal("-200"), new BigDecimal("12"), new BigDecimal("2"));

        assertThat(gain).isEqualByComparingTo("198"); // 1200 - 1001 - half of the commission
        assertThat(holding.quantity()).isEqualByComparingTo("-100");
        assertThat(holding.averageCost()).isEqualByComparingTo("11.99");
    }
}
