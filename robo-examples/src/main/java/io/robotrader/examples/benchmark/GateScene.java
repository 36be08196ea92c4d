package io.robotrader.examples.benchmark;

import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.halt.HaltStores;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.LimitKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A gate with every built-in limit on, a kill switch, a session, known correlations and an account with some open
 * positions, and the orders that are asked about. Not thread-safe but for the gate.
 */
final class GateScene {

    /** Every limit that there is: what the gate decides by itself and the user's own are not limits of this list. */
    static final int LIMITS = LimitKind.values().length - 4;

    private static final Instant START = Instant.parse("2026-01-02T15:00:00Z");
    private static final int SECTORS = 10;
    private static final int IDS = 1 << 10;

    final RiskGate gate;
    final OrderIntent good = OrderIntent.limit("good", "A", Side.BUY, 10, 100).withStop(95);
    /** Too far from the mark, too large by itself, for the day, for the symbol, and at its stops. */
    final OrderIntent bad = OrderIntent.limit("bad", "A", Side.BUY, 2_000, 112).withStop(91);

    private final MarketData[] ticks = {MarketData.of("S0", START, 100), MarketData.of("S0", START, 100.01)};
    private final Orders purchases = new Orders("p", false);
    private final Orders trades = new Orders("t", true);
    private int tick;

    GateScene(int positions, boolean systemClock) {
        RiskLimits limits = limits();
        Instant start = systemClock ? InstantSource.system().instant() : START;
        List<Instrument> instruments = new ArrayList<>();
        instruments.add(Instrument.of("A").withSector("sector0"));
        instruments.add(Instrument.of("B").withSector("sector1"));
        AccountSnapshot.Builder account = AccountSnapshot.builder(1_000_000 - 1_000.0 * positions)
                .market(MarketData.of("A", start, 100))
                .market(MarketData.of("B", start, 100));
        for (int i = 0; i < positions; i++) {
            instruments.add(Instrument.of("S" + i).withSector("sector" + i % SECTORS));
            account.market(MarketData.of("S" + i, start, 100)).position(Position.of("S" + i, 10, 100));
        }
        InstantSource clock = systemClock ? InstantSource.system() : new Steps();
        gate = RiskGate.builder()
                .limits(limits)
                .instruments(instruments)
                .clock(clock)
                .correlations((a, b) -> 0.5)
                .session((symbol, millis) -> true)
                .killSwitch(KillSwitch.of(HaltPolicy.defaults(), HaltStores.inMemory(), clock))
                .build();
        gate.marketVolatility(0.01);
        for (Instrument instrument : instruments) {
            gate.update(InstrumentFacts.of(instrument.symbol(), start)
                    .withAverageVolume(2e6)
                    .withMarketCap(2e9)
                    .withBeta(1)
                    .withDailyVolatility(0.02));
        }
        gate.update(account.startOfDayEquity(1_000_000)
                .peakEquity(1_000_000)
                .buyingPower(500_000)
                .build());
    }

    private static RiskLimits limits() {
        RiskLimits limits = RiskLimits.builder()
                .maxLossStreak(5)
                .restricted(Set.of("Z"))
                .onlyInSession()
                .maxOpenPositions(500)
                .maxValueAtRisk(0.02)
                .maxPortfolioHeat(0.03)
                .maxPriceAge(1e12)
                .build();
        if (limits.bounds().size() != LIMITS) {
            throw new IllegalStateException("limits must be all on, but were " + limits.bounds());
        }
        return limits;
    }

    RiskDecision check() {
        return gate.check(good);
    }

    RiskDecision refuse() {
        return gate.check(bad);
    }

    /** One price, by turns a little up and down, so that it is never what it was. */
    void price() {
        gate.update(ticks[tick++ & 1]);
    }

    /** Holds an order and gives it back. */
    boolean reserveAndClose() {
        return reserveAndClose(purchases);
    }

    boolean reserveAndClose(Orders mine) {
        OrderIntent order = mine.next(gate);
        return gate.reserve(order).isApproved() && gate.closed(order.id());
    }

    /** Holds an order and books its fill, purchases and sales of the same shares in two symbols. */
    boolean reserveAndBook() {
        OrderIntent order = trades.next(gate);
        return gate.reserve(order).isApproved() && gate.book(order.id(), order.quantity(), 100);
    }

    /** Orders with ids of their own, as an id may be used once a trade date. */
    static final class Orders {
        private final OrderIntent[] ring = new OrderIntent[IDS];
        private final boolean thereAndBack;
        private int next;

        Orders(String prefix, boolean thereAndBack) {
            this.thereAndBack = thereAndBack;
            for (int i = 0; i < IDS; i++) {
                // By turns in two symbols: what one opens, the other has to look through afresh.
                String symbol = thereAndBack && i % 2 == 1 ? "B" : "A";
                Side side = thereAndBack && i % 4 >= 2 ? Side.SELL : Side.BUY;
                ring[i] = OrderIntent.limit(prefix + i, symbol, side, 10, 100);
            }
        }

        OrderIntent next(RiskGate gate) {
            int place = next++ & IDS - 1;
            // Before the day's limits of orders and money would end it, and before an id comes again, a new day begins.
            if (place % (thereAndBack ? 64 : IDS) == 0) {
                gate.beginTradeDate();
            }
            return ring[place];
        }
    }

    /** Two seconds a look: the orders of a minute stay few, and no two are the same within a second. Read under the lock. */
    private static final class Steps implements InstantSource {
        private long millis = START.toEpochMilli();

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public long millis() {
            millis += 2_000;
            return millis;
        }
    }
}
