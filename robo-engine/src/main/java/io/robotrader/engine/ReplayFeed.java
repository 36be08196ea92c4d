package io.robotrader.engine;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed that hands in a bar when it is told to. */
final class ReplayFeed implements MarketDataFeed {

    private volatile @Nullable Listener listener;

    @Override
    public void start(Listener newListener) {
        listener = newListener;
    }

    void hand(Bar bar) throws InterruptedException {
        hears().onBar(bar);
    }

    void end() {
        hears().onEnd();
    }

    @Override
    public void close() {}

    private Listener hears() {
        return Objects.requireNonNull(listener, "listener");
    }
}
