package io.robotrader.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.engine.execution.Fill;
import io.robotrader.risk.account.Position;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PortfolioPropertyTest {

    private static final BigDecimal CASH = new BigDecimal("100000");

    record Trade(String symbol, long shares, long cents, long commissionCents) {}

    @Provide
    Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.of("AAPL", "MSFT"),
                        Arbitraries.longs().between(-20, 20).filter(shares -> shares != 0),
                        Arbitraries.longs().between(1, 50_000),
                        Arbitraries.longs().between(0, 300))
                .as(Trade::new)
                .list()
                .ofMaxSize(60);
    }

    /** Buys and sells one share after the other, and remembers nothing but a sum and a count. */
    private static final class ShareByShare {

        private final Map<String, Long> shares = new HashMap<>();
        private final Map<String, Double> cost = new HashMap<>();
        private double realized;

        void trade(Trade trade) {
            double price = trade.cents() / 100.0;
            for (long i = 0; i < Math.abs(trade.shares()); i++) {
                one(trade.symbol(), Long.signum(trade.shares()), price);
            }
            realized -= trade.commissionCents() / 100.0;
        }

        private void one(String symbol, int sign, double price) {
            long held = shares.getOrDefault(symbol, 0L);
            double spent = cost.getOrDefault(symbol, 0.0);
            if (held * sign < 0) {
                double average = spent / held;
                realized += -sign * (price - average);
                cost.put(symbol, held + sign == 0 ? 0 : spent + sign * average);
            } else {
                cost.put(symbol, spent + sign * price);
            }
            shares.put(symbol, held + sign);
        }
    }

    @Property
    void bx_2_the_books_agree_with_a_twin_that_trades_share_by_share(@ForAll("trades") List<Trade> trades) {
        Portfolio portfolio = new Portfolio(CASH);
        ShareByShare twin = new ShareByShare();

        book(trades, portfolio);
        trades.forEach(twin::trade);

        assertThat(portfolio.realizedPnl().doubleValue()).isCloseTo(twin.realized, within(1e-6));
        twin.shares.forEach((symbol, shares) -> {
            assertThat(portfolio.quantity(symbol)).isEqualTo(shares);
            if (shares != 0) {
                Position position = portfolio.snapshot(0).position(symbol).orElseThrow();
                assertThat(position.averagePrice()).isCloseTo(twin.cost.get(symbol) / shares, within(1e-6));
            }
        });
    }

    @Property
    void bx_2_cash_and_cost_are_the_money_at_the_start_and_what_was_taken_since(@ForAll("trades") List<Trade> trades) {
        Portfolio portfolio = new Portfolio(CASH);

        book(trades, portfolio);

        double cost = portfolio.snapshot(0).positions().values().stream()
                .mapToDouble(position -> position.quantity() * position.averagePrice())
                .sum();
        double start = CASH.add(portfolio.realizedPnl()).doubleValue();
        assertThat(portfolio.cash().doubleValue() + cost).isCloseTo(start, within(1e-6));
    }

    @Property
    void bx_2_closed_books_hold_exactly_what_was_taken(@ForAll("trades") List<Trade> trades) {
        Portfolio portfolio = new Portfolio(CASH);
        Fills fills = book(trades, portfolio);

        for (String symbol : List.of("AAPL", "MSFT")) {
            long held = portfolio.quantity(symbol);
            if (held != 0) {
                portfolio.book(fills.of(symbol, -held, "123.45", "0.10"));
            }
        }

        assertThat(portfolio.cash()).isEqualByComparingTo(CASH.add(portfolio.realizedPnl()));
    }

    private static Fills book(List<Trade> trades, Portfolio portfolio) {
        Fills fills = new Fills();
        for (Trade trade : trades) {
            Fill fill = fills.of(trade.symbol(), trade.shares(), money(trade.cents()), money(trade.commissionCents()));
            portfolio.book(fill);
            portfolio.book(fill);
        }
        return fills;
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
