package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Bars out of plain numbers. */
final class Prices {

    private Prices() {}

    static Bar bar(String symbol, int second, double close) {
        return Bar.ofClose(symbol, Instant.ofEpochSecond(second), close);
    }

    static Bar range(int second, double low, double close, double high) {
        return new Bar("AAPL", Instant.ofEpochSecond(second), close, high, low, close, OptionalDouble.empty());
    }

    /** What a strategy says of each close; null where it says nothing. */
    static List<Signal> signals(Strategy strategy, List<Double> closes) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < closes.size(); i++) {
            signals.add(strategy.onBar(bar("AAPL", i, closes.get(i))).orElse(null));
        }
        return signals;
    }

    static List<Direction> directions(List<Signal> signals) {
        return signals.stream()
                .map(signal -> signal == null ? null : signal.direction())
                .toList();
    }

    /** Prices in quarters, so that sums and halves of them are exact and equal prices are not rare. */
    static Arbitrary<List<Double>> closes() {
        return Arbitraries.integers()
                .between(380, 420)
                .map(quarters -> quarters / 4.0)
                .list()
                .ofMaxSize(80);
    }
}
