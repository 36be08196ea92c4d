package io.robotrader.engine;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A strategy that wishes what it was told to, at the bars that it was told. */
final class Script implements Strategy {

    private record Cue(String symbol, Instant time) {}

    private final Map<Cue, Signal> wishes = new HashMap<>();

    Script at(Bar bar, Direction direction) {
        return at(bar, bar.symbol(), direction);
    }

    Script at(Bar bar, String symbol, Direction direction) {
        wishes.put(new Cue(bar.symbol(), bar.time()), new Signal(name(), symbol, direction, "as written"));
        return this;
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return Optional.ofNullable(wishes.get(new Cue(bar.symbol(), bar.time())));
    }
}
