package io.robotrader.examples.drill;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a bar when it is told to, and wishes to hold whatever it has seen one of. */
final class BuyAll implements MarketDataFeed, Strategy {

    private volatile @Nullable Listener listener;

    @Override
    public void start(Listener newListener) {
        listener = newListener;
    }

    void show(Bar bar) throws InterruptedException {
        Objects.requireNonNull(listener, "listener").onBar(bar);
    }

    @Override
    public void close() {}

    @Override
    public String name() {
        return "drill";
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return Optional.of(new Signal(name(), bar.symbol(), Direction.LONG, "the drill needs something to close"));
    }
}
