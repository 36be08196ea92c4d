package io.robotrader.engine;

import io.robotrader.engine.market.MarketDataFeed;
import java.util.concurrent.CompletableFuture;

/** A feed whose listener a test calls by hand. */
class HandFeed implements MarketDataFeed {

    final CompletableFuture<Listener> listener = new CompletableFuture<>();

    @Override
    public void start(Listener newListener) {
        listener.complete(newListener);
    }

    @Override
    public void close() {}
}
