package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Violation;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** On random books with random limits: the largest order passes, one lot more does not, and nobody finds a larger one. */
class MaxQuantityTwinTest {

    private static final String[] SYMBOLS = {"A", "B", "C"};

    @Property(tries = 1_000)
    void the_largest_order_passes_and_one_lot_more_does_not_by_the_limit_that_is_named(@ForAll long seed) {
        Random random = new Random(seed);
        long lot = 1L + random.nextInt(100);
        RiskGate gate = book(random, lot);
        OrderIntent order = order("new", random, lot);

        MaxQuantity most = gate.maxQuantity(order);

        if (most.quantity() > 0) {
            assertThat(gate.check(order.withQuantity(most.quantity())).violations())
                    .isEmpty();
        }
        long more = most.quantity() + lot;
        if (more <= OrderIntent.MAX_QUANTITY) {
            RiskDecision refused = gate.check(order.withQuantity(more));
            assertThat(refused.isApproved()).isFalse();
            most.boundBy()
                    .ifPresent(limit -> assertThat(refused.violations())
                            .extracting(Violation::limit)
                            .contains(limit));
        }
        assertThat(most).isEqualTo(gate.maxQuantity(order.withQuantity(Math.max(1, most.quantity()))));
        for (int i = 0; i < 20; i++) {
            // a larger one that passes: some multiple of what was found
            long larger = more + lot * (long) (random.nextDouble() * random.nextDouble() * (1 + 3 * (more / lot)));
            if (larger <= OrderIntent.MAX_QUANTITY) {
                assertThat(gate.check(order.withQuantity(larger)).isApproved())
                        .as("%s beside %s", larger, most)
                        .isFalse();
            }
        }
    }

    private static RiskGate book(Random random, long lot) {
        RiskGate gate = RiskGate.builder()
                .limits(noLimits().build())
                .clock(() -> NOON)
                .instruments(List.of(
                        new Instrument("A", "tech", lot),
                        new Instrument("B", "tech", lot),
                        new Instrument("C", "bank", lot)))
                .correlations((a, b) -> 0.3)
                .session((symbol, millis) -> true)
                .build();
        gate.marketVolatility(0.01);
        AccountSnapshot.Builder account =
                AccountSnapshot.builder(1e5 + random.nextInt(100_000)).startOfDayEquity(1e5);
        for (String symbol : SYMBOLS) {
            account.market(MarketData.of(symbol, NOON, 1 + random.nextInt(200)));
            if (random.nextBoolean()) {
                account.position(Position.of(symbol, random.nextInt(1_000) - 500, 100));
            }
            if (random.nextInt(10) > 0) {
                gate.update(InstrumentFacts.of(symbol, NOON)
                        .withAverageVolume(2e6)
                        .withMarketCap(2e9)
                        .withBeta(random.nextDouble() * 3 - 0.5)
                        .withDailyVolatility(0.005 + random.nextDouble() / 50));
            }
        }
        gate.update(account.build());
        for (int i = 0; i < random.nextInt(5); i++) {
            gate.reserve(order("w" + i, random, lot).withQuantity(lot * (1L + random.nextInt(8))));
        }
        gate.use(limits(random));
        return gate;
    }

    private static RiskLimits limits(Random random) {
        RiskLimitsBuilder limits = RiskLimits.none().toBuilder();
        limits = random.nextBoolean() ? limits.maxOrderNotional(1 + random.nextInt(100_000)) : limits;
        limits = random.nextBoolean() ? limits.maxDailyNotional(1 + random.nextInt(300_000)) : limits;
        limits = random.nextBoolean() ? limits.maxSymbolExposure(random.nextDouble()) : limits;
        limits = random.nextBoolean() ? limits.maxSectorExposure(random.nextDouble() * 2) : limits;
        limits = random.nextBoolean() ? limits.maxLeverage(random.nextDouble() * 3) : limits;
        limits = random.nextBoolean() ? limits.maxBuyingPowerUse(1 - random.nextDouble()) : limits;
        limits = random.nextBoolean() ? limits.maxPortfolioHeat(1 - random.nextDouble()) : limits;
        limits = random.nextBoolean() ? limits.maxBeta(0.1 + random.nextDouble() * 2) : limits;
        limits = random.nextBoolean() ? limits.maxValueAtRisk(0.002 + random.nextDouble() / 20) : limits;
        limits = random.nextInt(4) == 0 ? limits.noShortSelling() : limits;
        limits = random.nextInt(4) == 0 ? limits.minSecondsBetweenSameOrders(1) : limits;
        limits = random.nextInt(4) == 0
                ? limits.maxOpenPositions(3).maxCorrelation(0.7).onlyInSession().maxPriceAge(60)
                : limits;
        return (random.nextInt(9) == 0 ? limits.restricted(Set.of("A")) : limits).build();
    }

    private static OrderIntent order(String id, Random random, long lot) {
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderIntent order = random.nextBoolean()
                ? OrderIntent.market(id, symbol, side, lot)
                : OrderIntent.limit(id, symbol, side, lot, 1 + random.nextInt(200));
        // far enough to be on the losing side of any price here
        return random.nextBoolean() ? order : order.withStop(side == Side.BUY ? 0.5 : 500);
    }
}
