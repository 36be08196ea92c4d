package io.robotrader.engine;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed that hands in a bar when it is told to. */
final class ReplayFeed implements MarketDataFeed {

    private final List<Bar> history;
    private volatile @Nullable Listener listener;

    /** A feed that has bars of before. */
    ReplayFeed(List<Bar> history) {
        this.history = history;
    }

    @Override
    public List<Bar> history() {
        return history;
    }

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
