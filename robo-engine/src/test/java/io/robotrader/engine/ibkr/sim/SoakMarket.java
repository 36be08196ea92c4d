package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Five trading days of bars, the same for the same seed: a Friday and the Monday after the clocks were set back, and the
 * days around Thanksgiving 2024, of which the Friday ends at 13:00.
 */
record SoakMarket(long seed) {

    static final List<String> SYMBOLS = List.of("AAPL", "IBM", "MSFT", "XOM");
    static final List<LocalDate> DAYS = List.of(
            LocalDate.parse("2024-11-01"),
            LocalDate.parse("2024-11-04"),
            LocalDate.parse("2024-11-27"),
            LocalDate.parse("2024-11-29"),
            LocalDate.parse("2024-12-02"));
    private static final Duration LENGTH = Duration.ofMinutes(5);

    /** An hour before the first bar. */
    static Instant start() {
        return open(DAYS.get(0)).minusSeconds(3600);
    }

    private static Instant open(LocalDate day) {
        return day.atTime(9, 30).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    /** All bars in the order of their time, each symbol's one after the other. */
    List<Bar> bars() {
        Random random = new Random(seed);
        double[] last = {100, 220, 410, 118};
        List<Bar> bars = new ArrayList<>();
        for (LocalDate day : DAYS) {
            Instant close = MarketCalendars.nyse().closeOf(day);
            Instant first = open(day).plus(LENGTH);
            for (Instant time = first; !time.isAfter(close); time = time.plus(LENGTH)) {
                for (int i = 0; i < last.length; i++) {
                    bars.add(bar(i, time, last, random));
                }
            }
        }
        return bars;
    }

    /** Bars without end, each symbol's one after the other. */
    Stream<Bar> endless(Instant first, Duration length) {
        Random random = new Random(seed);
        double[] last = {100, 220, 410, 118};
        return Stream.iterate(0L, i -> i + 1)
                .map(i -> bar((int) (i % last.length), first.plus(length.multipliedBy(i / last.length)), last, random));
    }

    private static Bar bar(int symbol, Instant time, double[] last, Random random) {
        double open = cents(last[symbol] * (1 + 0.0005 * random.nextGaussian()));
        double close = cents(open * (1 + 0.002 * random.nextGaussian()));
        double high = cents(Math.max(open, close) * 1.0005);
        double low = cents(Math.min(open, close) * 0.9995);
        last[symbol] = close;
        double top = Math.max(high, Math.max(open, close));
        double bottom = Math.min(low, Math.min(open, close));
        return new Bar(SYMBOLS.get(symbol), time, open, top, bottom, close, OptionalDouble.empty());
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    /** Wishes at random, but the same of the same bar, whoever asks and how often. */
    Strategy strategy() {
        return new Strategy() {
            @Override
            public String name() {
                return "dice";
            }

            @Override
            public Optional<Signal> onBar(Bar bar) {
                int roll = new Random(seed
                                ^ bar.time().getEpochSecond() * 31
                                ^ bar.symbol().hashCode())
                        .nextInt(40);
                return switch (roll) {
                    case 0, 1 -> wish(bar, Direction.LONG);
                    case 2 -> wish(bar, Direction.SHORT);
                    case 3, 4 -> wish(bar, Direction.FLAT);
                    default -> Optional.empty();
                };
            }

            private Optional<Signal> wish(Bar bar, Direction direction) {
                return Optional.of(new Signal(name(), bar.symbol(), direction, "the dice say so"));
            }
        };
    }
}
