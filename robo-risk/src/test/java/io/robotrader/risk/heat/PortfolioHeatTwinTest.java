package io.robotrader.risk.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskLimitsBuilder;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.CorrelationLookup;
import io.robotrader.risk.rule.LimitKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** The report against the gate's own sums, against matrix algebra by Commons Math, and against itself made worse. */
class PortfolioHeatTwinTest {

    private static final List<String> SYMBOLS = List.of("A", "B", "C", "D", "E");

    @Property(tries = 300)
    void the_plain_heat_is_the_one_that_the_gate_keeps(@ForAll long seed) {
        Random random = new Random(seed);
        AccountSnapshot account = account(random);
        List<OrderIntent> orders = orders(random);
        RiskLimitsBuilder limits = RiskLimits.builder();
        for (LimitKind kind : LimitKind.values()) {
            limits.off(kind);
        }
        RiskGate gate = RiskGate.of(limits.build());
        gate.update(account);
        List<OrderIntent> working = orders.stream()
                .filter(order -> gate.reserve(order).isApproved())
                .toList();

        PortfolioHeat heat = PortfolioHeat.of(account, working, StopDistance.DEFAULT, CorrelationLookup.UNKNOWN);

        assertThat(heat.plain().value().orElse(Double.NaN))
                .isEqualTo(gate.figures().heat(), within(1e-12));
    }

    @Property(tries = 300)
    void the_adjusted_heat_of_positions_is_the_root_of_the_quadratic_form(@ForAll long seed) {
        Random random = new Random(seed);
        AccountSnapshot account = account(random);
        RealMatrix correlations = correlations(random);

        PortfolioHeat heat = PortfolioHeat.of(account, List.of(), StopDistance.DEFAULT, lookup(correlations));

        RealVector signed = new ArrayRealVector(SYMBOLS.size());
        for (HeatContribution part : heat.contributions()) {
            signed.setEntry(
                    SYMBOLS.indexOf(part.symbol()), part.heat() * part.side().sign());
        }
        double square = signed.dotProduct(correlations.operate(signed));
        assertThat(heat.adjusted().value().orElseThrow()).isEqualTo(Math.sqrt(Math.max(0, square)), within(1e-9));
        assertThat(heat.isConsistent()).isTrue();
    }

    @Property(tries = 500)
    void the_parts_add_up_and_what_is_not_known_never_makes_it_less(@ForAll long seed) {
        Random random = new Random(seed);
        AccountSnapshot account = account(random);
        List<OrderIntent> working = orders(random);
        // No real correlations, and so perhaps a negative form: the promises hold for these too.
        RealMatrix any = MatrixUtils.createRealIdentityMatrix(SYMBOLS.size());
        RealMatrix lessKnown = any.copy();
        for (int i = 0; i < SYMBOLS.size(); i++) {
            for (int j = 0; j < i; j++) {
                double rho = 2 * random.nextDouble() - 1;
                double known = random.nextInt(3) == 0 ? Double.NaN : rho;
                any.setEntry(i, j, rho);
                any.setEntry(j, i, rho);
                lessKnown.setEntry(i, j, known);
                lessKnown.setEntry(j, i, known);
            }
        }

        PortfolioHeat heat = PortfolioHeat.of(account, working, StopDistance.DEFAULT, lookup(any));
        PortfolioHeat vaguer = PortfolioHeat.of(account, working, StopDistance.DEFAULT, lookup(lessKnown));

        double plain = heat.plain().value().orElseThrow();
        double adjusted = heat.adjusted().value().orElseThrow();
        assertThat(adjusted).isBetween(0.0, plain);
        assertThat(vaguer.adjusted().value().orElseThrow()).isBetween(adjusted - 1e-12, plain);
        assertThat(heat.contributions().stream()
                        .mapToDouble(HeatContribution::heat)
                        .sum())
                .isEqualTo(plain, within(1e-12));
        assertThat(heat.contributions().stream()
                        .mapToDouble(HeatContribution::adjustedHeat)
                        .sum())
                .isEqualTo(adjusted, within(1e-9));
    }

    @Property(tries = 200)
    void no_set_of_fills_has_more_adjusted_heat_than_was_reported_while_the_orders_worked(@ForAll long seed) {
        Random random = new Random(seed);
        CorrelationLookup lookup = lookup(correlations(random));
        AccountSnapshot.Builder before = AccountSnapshot.builder(1e6);
        AccountSnapshot.Builder after = AccountSnapshot.builder(1e6);
        List<OrderIntent> working = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            before.market(MarketData.of(symbol, Instant.EPOCH, 100));
            after.market(MarketData.of(symbol, Instant.EPOCH, 100));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long quantity = 1L + random.nextInt(100);
            double stop = 100 - side.sign() * (1 + random.nextInt(20));
            Position position = Position.of(symbol, side.sign() * quantity, 100).withStop(stop);
            switch (random.nextInt(3)) {
                case 0 -> {
                    before.position(position);
                    after.position(position);
                }
                case 1 -> {
                    working.add(
                            OrderIntent.market(symbol, symbol, side, quantity).withStop(stop));
                    after.position(position);
                }
                default ->
                    working.add(
                            OrderIntent.market(symbol, symbol, side, quantity).withStop(stop));
            }
        }

        // Money, not fractions: the cash is not booked, so the equity differs.
        assertThat(adjustedMoney(before.build(), working, lookup))
                .isGreaterThanOrEqualTo(adjustedMoney(after.build(), List.of(), lookup) - 1e-6);
    }

    private static double adjustedMoney(AccountSnapshot account, List<OrderIntent> working, CorrelationLookup lookup) {
        PortfolioHeat heat = PortfolioHeat.of(account, working, StopDistance.DEFAULT, lookup);
        return heat.adjusted().value().orElseThrow() * account.equity().orElseThrow();
    }

    private static AccountSnapshot account(Random random) {
        AccountSnapshot.Builder account =
                AccountSnapshot.builder(1e6).buyingPower(1e9).startOfDayEquity(1e6);
        for (String symbol : SYMBOLS) {
            double mark = 20 + 80 * random.nextDouble();
            MarketData data = MarketData.of(symbol, Instant.EPOCH, mark);
            account.market(random.nextBoolean() ? data : data.withAtr(0.1 + 3 * random.nextDouble()));
            long quantity = random.nextInt(401) - 200L;
            Position position = Position.of(symbol, quantity, 50);
            account.position(
                    random.nextInt(3) == 0 ? position : position.withStop(mark * (0.9 + 0.2 * random.nextDouble())));
        }
        return account.build();
    }

    private static List<OrderIntent> orders(Random random) {
        List<OrderIntent> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            double price = 20 + 80 * random.nextDouble();
            long quantity = 1L + random.nextInt(200);
            OrderIntent order = random.nextBoolean()
                    ? OrderIntent.market("o" + i, symbol, side, quantity)
                    : OrderIntent.limit("o" + i, symbol, side, quantity, price);
            orders.add(random.nextBoolean() ? order : order.withStop(price * (1 - side.sign() * 0.1)));
        }
        return orders;
    }

    /** Those of random returns, so that they could be those of a market. */
    private static RealMatrix correlations(Random random) {
        double[][] returns = new double[12][SYMBOLS.size()];
        for (double[] row : returns) {
            double common = random.nextGaussian();
            for (int i = 0; i < row.length; i++) {
                row[i] = (i % 2 == 0 ? common : -common) + random.nextGaussian();
            }
        }
        return new PearsonsCorrelation(returns).getCorrelationMatrix();
    }

    private static CorrelationLookup lookup(RealMatrix matrix) {
        return (a, b) -> matrix.getEntry(SYMBOLS.indexOf(a), SYMBOLS.indexOf(b));
    }
}
