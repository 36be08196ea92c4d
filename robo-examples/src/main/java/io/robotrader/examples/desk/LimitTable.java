package io.robotrader.examples.desk;

import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskLimitsBuilder;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The limits by the names that they have in {@link RiskLimitsBuilder}. */
final class LimitTable {

    private static final String BASE = "base";
    private static final String RESTRICTED = "restricted";
    private static final String ATR_FACTOR = "stopAtrFactor";
    private static final String STOP_FRACTION = "stopFraction";

    private static final Map<String, Row> NUMBERS = new TreeMap<>(Map.ofEntries(
            row("maxBuyingPowerUse", LimitKind.BUYING_POWER, RiskLimitsBuilder::maxBuyingPowerUse),
            row("maxDailyLoss", LimitKind.DAILY_LOSS_LIMIT, RiskLimitsBuilder::maxDailyLoss),
            row("maxDrawdown", LimitKind.DRAWDOWN_LIMIT, RiskLimitsBuilder::maxDrawdown),
            count("maxLossStreak", LimitKind.LOSS_STREAK, RiskLimitsBuilder::maxLossStreak),
            count("maxDailyTrades", LimitKind.DAILY_TRADE_LIMIT, RiskLimitsBuilder::maxDailyTrades),
            count("maxOrdersPerMinute", LimitKind.ORDER_RATE, RiskLimitsBuilder::maxOrdersPerMinute),
            row(
                    "minSecondsBetweenSameOrders",
                    LimitKind.DUPLICATE_ORDER,
                    RiskLimitsBuilder::minSecondsBetweenSameOrders),
            row("maxPriceAge", LimitKind.STALE_PRICE, RiskLimitsBuilder::maxPriceAge),
            row("maxPriceDistance", LimitKind.PRICE_COLLAR, RiskLimitsBuilder::maxPriceDistance),
            row("minAverageVolume", LimitKind.VOLUME_LIMIT, RiskLimitsBuilder::minAverageVolume),
            row("minMarketCap", LimitKind.MARKET_CAP_LIMIT, RiskLimitsBuilder::minMarketCap),
            row("maxOrderNotional", LimitKind.ORDER_NOTIONAL_LIMIT, RiskLimitsBuilder::maxOrderNotional),
            row("maxDailyNotional", LimitKind.DAILY_NOTIONAL_LIMIT, RiskLimitsBuilder::maxDailyNotional),
            row("maxSymbolExposure", LimitKind.POSITION_SIZE_LIMIT, RiskLimitsBuilder::maxSymbolExposure),
            row("maxSectorExposure", LimitKind.SECTOR_EXPOSURE_LIMIT, RiskLimitsBuilder::maxSectorExposure),
            row("maxLeverage", LimitKind.LEVERAGE_LIMIT, RiskLimitsBuilder::maxLeverage),
            count("maxOpenPositions", LimitKind.POSITION_COUNT_LIMIT, RiskLimitsBuilder::maxOpenPositions),
            row("maxCorrelation", LimitKind.CORRELATION_LIMIT, RiskLimitsBuilder::maxCorrelation),
            row("maxPortfolioHeat", LimitKind.PORTFOLIO_HEAT_LIMIT, RiskLimitsBuilder::maxPortfolioHeat),
            row("maxBeta", LimitKind.BETA_LIMIT, RiskLimitsBuilder::maxBeta),
            row("maxValueAtRisk", LimitKind.VALUE_AT_RISK_LIMIT, RiskLimitsBuilder::maxValueAtRisk)));

    private LimitTable() {}

    static RiskLimits read(Map<String, Object> given) {
        RiskLimitsBuilder builder = base(given.getOrDefault(BASE, "defaults")).toBuilder();
        given.forEach((name, value) -> set(builder, name, value));
        if (given.containsKey(ATR_FACTOR) || given.containsKey(STOP_FRACTION)) {
            builder.stopDistance(Given.at("limits", () -> stopDistance(given)));
        }
        return builder.build();
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>(NUMBERS.keySet());
        names.addAll(List.of(BASE, RESTRICTED, ATR_FACTOR, STOP_FRACTION, "noShortSelling"));
        return names;
    }

    private static RiskLimits base(@Nullable Object name) {
        if ("defaults".equals(name)) {
            return RiskLimits.defaults();
        }
        if ("none".equals(name)) {
            return RiskLimits.none();
        }
        throw new IllegalArgumentException("limits.base must be defaults or none, but was " + name);
    }

    private static void set(RiskLimitsBuilder builder, String name, Object value) {
        Row row = NUMBERS.get(name);
        if (row == null && !names().contains(name)) {
            throw new IllegalArgumentException(
                    "limits." + name + " is an unknown key; known are " + String.join(", ", names()));
        }
        if (row != null && "off".equals(value)) {
            builder.off(row.kind());
        } else if (row != null) {
            Given.at("limits", () -> {
                row.setter().accept(builder, number(name, value, " or off"));
                return builder;
            });
        } else if (name.equals("noShortSelling")) {
            shortSelling(builder, value);
        } else if (name.equals(RESTRICTED)) {
            builder.restricted(symbols(value));
        }
    }

    private static void shortSelling(RiskLimitsBuilder builder, Object value) {
        if ("off".equals(value)) {
            builder.off(LimitKind.SHORT_SELLING);
        } else if ("on".equals(value)) {
            builder.noShortSelling();
        } else {
            throw new IllegalArgumentException("limits.noShortSelling must be on or off, but was " + value);
        }
    }

    private static StopDistance stopDistance(Map<String, Object> given) {
        double factor = number(ATR_FACTOR, given.getOrDefault(ATR_FACTOR, StopDistance.DEFAULT.atrFactor()), "");
        double fraction =
                number(STOP_FRACTION, given.getOrDefault(STOP_FRACTION, StopDistance.DEFAULT.defaultFraction()), "");
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(ATR_FACTOR + " must be positive and finite, but was " + factor);
        }
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(STOP_FRACTION + " must be a fraction in (0, 1], but was " + fraction);
        }
        return new StopDistance(factor, fraction);
    }

    private static Set<String> symbols(Object value) {
        if (!(value instanceof List<?> names) || !names.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException("limits.restricted must be a list of symbols, but was " + value);
        }
        Set<String> symbols = new HashSet<>();
        names.forEach(name -> symbols.add(String.valueOf(name)));
        return symbols;
    }

    private static double number(String name, Object value, String orElse) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + " must be a number" + orElse + ", but was "
                + (value instanceof String text ? "the text \"" + text + "\"" : value));
    }

    private static Map.Entry<String, Row> row(
            String name, LimitKind kind, ObjDoubleConsumer<RiskLimitsBuilder> setter) {
        return Map.entry(name, new Row(kind, setter));
    }

    private static Map.Entry<String, Row> count(String name, LimitKind kind, CountSetter setter) {
        return row(name, kind, (builder, value) -> {
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(name + " must be a whole number, but was " + value);
            }
            setter.set(builder, (int) value);
        });
    }

    private record Row(LimitKind kind, ObjDoubleConsumer<RiskLimitsBuilder> setter) {}

    private interface CountSetter {
        RiskLimitsBuilder set(RiskLimitsBuilder builder, int count);
    }
}
