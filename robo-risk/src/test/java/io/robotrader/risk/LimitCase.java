package io.robotrader.risk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One limit, and a scene in which an order is one step inside it (-1), at it (0), or one step beyond (1). */
record LimitCase(
        LimitKind kind, String builderMethod, UnaryOperator<RiskLimitsBuilder> on, Setting setting, Setting missing) {

    /** Makes everything but the limit, and says which order is asked about. */
    interface Setting {
        OrderIntent set(Scene scene, int step);
    }

    /** Where no data can be missing. */
    static final Setting NOTHING_MISSING = (scene, step) -> Desk.buy("none", 1);

    /** A gate with one limit, a clock, sectors, and an account worth 100,000. */
    static final class Scene {
        final HandClock clock = new HandClock();
        final RiskGate gate;
        boolean open = true;
        double correlation = Double.NaN;
        AccountSnapshot.Builder account =
                Desk.cash(100_000).startOfDayEquity(100_000).market(Desk.mark("C", 100));

        Scene(RiskLimits limits, boolean withSession) {
            RiskGateBuilder builder = RiskGate.builder()
                    .limits(limits)
                    .clock(clock)
                    .correlations((a, b) -> correlation)
                    .instruments(List.of(
                            Instrument.of("A").withSector("tech"),
                            Instrument.of("B").withSector("tech"),
                            Instrument.of("C").withSector("bank")));
            gate = (withSession ? builder.session((symbol, millis) -> open) : builder).build();
            gate.update(account.build());
        }

        void account(AccountSnapshot.Builder other) {
            account = other;
            gate.update(other.build());
        }

        void facts(UnaryOperator<InstrumentFacts> more) {
            gate.update(more.apply(InstrumentFacts.of("A", Desk.NOON)));
        }

        /** A position whose price nobody knows. */
        OrderIntent unmarked() {
            account(account.position(Position.of("X", 1, 100)));
            return Desk.buy("o", 1);
        }

        void reserve(int orders, long quantity) {
            for (int i = 0; i < orders; i++) {
                if (!gate.reserve(Desk.buy("r" + i, quantity + i)).isApproved()) {
                    throw new AssertionError("the scene itself was refused");
                }
            }
        }
    }

    Scene scene(boolean limited) {
        RiskLimitsBuilder limits = Desk.noLimits();
        return new Scene((limited ? on.apply(limits) : limits).build(), true);
    }

    @Override
    public String toString() {
        return builderMethod;
    }

    private static LimitCase of(
            LimitKind kind, String method, UnaryOperator<RiskLimitsBuilder> on, Setting setting, Setting missing) {
        return new LimitCase(kind, method, on, setting, missing);
    }

    private static final Setting UNMARKED = (scene, step) -> scene.unmarked();
    private static final Setting NO_FACTS = (scene, step) -> Desk.buy("o", 1);
    private static final Setting NO_MARK = (scene, step) -> {
        scene.account(AccountSnapshot.builder(100_000).position(Position.of("D", 0, 1)));
        return OrderIntent.market("o", "D", Side.BUY, 1);
    };

    // 95 % of days are better than this many deviations
    private static final double Z = 1.6448536269514722;

    static final List<LimitCase> ALL = List.of(
            of(
                    LimitKind.BUYING_POWER,
                    "maxBuyingPowerUse",
                    b -> b.maxBuyingPowerUse(0.5),
                    (s, step) -> Desk.buy("o", 500 + step),
                    UNMARKED),
            of(
                    LimitKind.DAILY_LOSS_LIMIT,
                    "maxDailyLoss",
                    b -> b.maxDailyLoss(0.01),
                    (s, step) -> {
                        s.account(Desk.cash(99_000 - step).startOfDayEquity(100_000));
                        return Desk.buy("o", 1);
                    },
                    (s, step) -> {
                        s.account(Desk.cash(99_000).position(Position.of("no mark", 1, 100)));
                        return Desk.buy("o", 1);
                    }),
            of(
                    LimitKind.DRAWDOWN_LIMIT,
                    "maxDrawdown",
                    b -> b.maxDrawdown(0.1),
                    (s, step) -> {
                        s.account(Desk.cash(90_000 - step).peakEquity(100_000));
                        return Desk.buy("o", 1);
                    },
                    UNMARKED),
            of(
                    LimitKind.LOSS_STREAK,
                    "maxLossStreak",
                    b -> b.maxLossStreak(3),
                    (s, step) -> {
                        for (int i = 0; i < 3 + step; i++) {
                            s.gate.tradeClosed(-1);
                            s.gate.tradeClosed(0);
                        }
                        return Desk.buy("o", 1);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.DAILY_TRADE_LIMIT,
                    "maxDailyTrades",
                    b -> b.maxDailyTrades(3),
                    (s, step) -> {
                        s.reserve(2 + step, 1);
                        return Desk.buy("o", 50);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.ORDER_RATE,
                    "maxOrdersPerMinute",
                    b -> b.maxOrdersPerMinute(3),
                    (s, step) -> {
                        s.reserve(1, 1);
                        s.clock.move(60);
                        return second(s, step);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.DUPLICATE_ORDER,
                    "minSecondsBetweenSameOrders",
                    b -> b.minSecondsBetweenSameOrders(10),
                    (s, step) -> {
                        s.reserve(1, 7);
                        s.clock.move(10 - step);
                        return Desk.buy("o", 7);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.RESTRICTED_SYMBOL,
                    "restricted",
                    b -> b.restricted(Set.of("A")),
                    (s, step) -> OrderIntent.market("o", step > 0 ? "A" : "B", Side.BUY, 1),
                    NOTHING_MISSING),
            of(
                    LimitKind.OUTSIDE_SESSION,
                    "onlyInSession",
                    RiskLimitsBuilder::onlyInSession,
                    (s, step) -> {
                        s.open = step <= 0;
                        return Desk.buy("o", 1);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.SHORT_SELLING,
                    "noShortSelling",
                    RiskLimitsBuilder::noShortSelling,
                    (s, step) -> {
                        s.account(Desk.holding(10));
                        return Desk.sell("o", 10 + step);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.STALE_PRICE,
                    "maxPriceAge",
                    b -> b.maxPriceAge(60),
                    (s, step) -> {
                        s.clock.move(60 + step);
                        return Desk.buy("o", 1);
                    },
                    NO_MARK),
            of(
                    LimitKind.PRICE_COLLAR,
                    "maxPriceDistance",
                    b -> b.maxPriceDistance(0.1),
                    (s, step) -> OrderIntent.limit("o", "A", Side.BUY, 1, 110 + step),
                    NO_MARK),
            of(
                    LimitKind.VOLUME_LIMIT,
                    "minAverageVolume",
                    b -> b.minAverageVolume(1_000),
                    (s, step) -> {
                        s.facts(f -> f.withAverageVolume(1_000 - step));
                        return Desk.buy("o", 1);
                    },
                    NO_FACTS),
            of(
                    LimitKind.MARKET_CAP_LIMIT,
                    "minMarketCap",
                    b -> b.minMarketCap(1e9),
                    (s, step) -> {
                        s.facts(f -> f.withMarketCap(1e9 - 10 * step));
                        return Desk.buy("o", 1);
                    },
                    NO_FACTS),
            of(
                    LimitKind.ORDER_NOTIONAL_LIMIT,
                    "maxOrderNotional",
                    b -> b.maxOrderNotional(10_000),
                    (s, step) -> Desk.buy("o", 100 + step),
                    NO_MARK),
            of(
                    LimitKind.DAILY_NOTIONAL_LIMIT,
                    "maxDailyNotional",
                    b -> b.maxDailyNotional(20_000),
                    (s, step) -> {
                        s.reserve(1, 100);
                        return Desk.buy("o", 100 + step);
                    },
                    NO_MARK),
            of(
                    LimitKind.POSITION_SIZE_LIMIT,
                    "maxSymbolExposure",
                    b -> b.maxSymbolExposure(0.2),
                    (s, step) -> Desk.buy("o", 200 + step),
                    UNMARKED),
            of(
                    LimitKind.SECTOR_EXPOSURE_LIMIT,
                    "maxSectorExposure",
                    b -> b.maxSectorExposure(0.3),
                    (s, step) -> {
                        s.account(Desk.cash(80_000)
                                .startOfDayEquity(100_000)
                                .position(Position.of("B", 100, 100))
                                .position(Position.of("C", 100, 100)));
                        return Desk.buy("o", 200 + step);
                    },
                    UNMARKED),
            of(
                    LimitKind.LEVERAGE_LIMIT,
                    "maxLeverage",
                    b -> b.maxLeverage(1.5),
                    (s, step) -> Desk.buy("o", 1_500 + step),
                    UNMARKED),
            of(
                    LimitKind.POSITION_COUNT_LIMIT,
                    "maxOpenPositions",
                    b -> b.maxOpenPositions(2),
                    (s, step) -> {
                        AccountSnapshot.Builder account = Desk.cash(100_000).startOfDayEquity(100_000);
                        List.of("B", "C").subList(0, 1 + step).forEach(x -> account.position(Position.of(x, 1, 1)));
                        s.account(account);
                        return Desk.buy("o", 1);
                    },
                    NOTHING_MISSING),
            of(
                    LimitKind.CORRELATION_LIMIT,
                    "maxCorrelation",
                    b -> b.maxCorrelation(0.7),
                    (s, step) -> {
                        s.correlation = 0.7 + 0.01 * step;
                        s.account(s.account.position(Position.of("B", 1, 100)));
                        return Desk.buy("o", 1);
                    },
                    (s, step) -> {
                        s.account(s.account.position(Position.of("B", 1, 100)));
                        return Desk.buy("o", 1);
                    }),
            of(
                    LimitKind.PORTFOLIO_HEAT_LIMIT,
                    "maxPortfolioHeat",
                    b -> b.maxPortfolioHeat(0.05),
                    (s, step) -> Desk.buy("o", 500 + step).withStop(90),
                    UNMARKED),
            of(
                    LimitKind.BETA_LIMIT,
                    "maxBeta",
                    b -> b.maxBeta(1.2),
                    (s, step) -> {
                        s.facts(f -> f.withBeta(1.2));
                        return Desk.buy("o", 1_000 + step);
                    },
                    NO_FACTS),
            of(
                    LimitKind.VALUE_AT_RISK_LIMIT,
                    "maxValueAtRisk",
                    b -> b.maxValueAtRisk(Z * 0.02),
                    (s, step) -> {
                        s.gate.marketVolatility(0.01);
                        s.facts(f -> f.withBeta(1).withDailyVolatility(0.02));
                        return Desk.buy("o", 1_000 + step);
                    },
                    (s, step) -> {
                        s.facts(f -> f.withBeta(1).withDailyVolatility(0.02));
                        return Desk.buy("o", 1);
                    }));

    private static OrderIntent second(Scene scene, int step) {
        for (int i = 0; i < 2 + step; i++) {
            // the one of a minute ago counts no more, the one of just now does
            if (!scene.gate.reserve(Desk.buy("s" + i, 20 + i)).isApproved()) {
                throw new AssertionError("the scene itself was refused");
            }
        }
        return Desk.buy("o", 50);
    }
}
