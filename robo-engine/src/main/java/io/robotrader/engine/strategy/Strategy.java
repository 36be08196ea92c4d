package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import java.util.Optional;

/**
 * Says which way to be in a symbol.
 *
 * <p>The engine calls it from its one writing thread with the bars of all symbols in time order; a strategy may keep what
 * it needs between calls. The same bars must give the same signals.
 */
public interface Strategy {

    /** {@return what a person calls it, for logs and reports} */
    String name();

    /**
     * Takes in the next bar.
     *
     * @param bar the bar that has just closed
     * @return the direction to take from now on, if this bar changes it; empty to leave things as they are. It may be
     *     about another symbol, if a bar of that symbol has come before
     */
    Optional<Signal> onBar(Bar bar);
}
