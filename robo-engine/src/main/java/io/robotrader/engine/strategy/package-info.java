/**
 * What to hold, and why.
 *
 * <p>Open {@link io.robotrader.engine.strategy.Strategy} first: the port for your own.
 * {@link io.robotrader.engine.strategy.Momentum} is a built-in one. A strategy sees bars and nothing else: no account, no
 * broker. How much to trade, and whether at all, is decided further down.
 */
@NullMarked
package io.robotrader.engine.strategy;

import org.jspecify.annotations.NullMarked;
