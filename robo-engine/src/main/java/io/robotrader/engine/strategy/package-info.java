/**
 * What to hold, and why.
 *
 * <p>Open {@link io.robotrader.engine.strategy.Strategy} first: the port for your own.
 * {@link io.robotrader.engine.strategy.Momentum}, {@link io.robotrader.engine.strategy.SmaCrossover},
 * {@link io.robotrader.engine.strategy.MeanReversion} and {@link io.robotrader.engine.strategy.Breakout} are built in;
 * {@link io.robotrader.engine.strategy.CombinedStrategy} makes one of several and keeps their errors apart. A strategy sees
 * bars and nothing else: no account, no broker. How much to trade, and whether at all, is decided further down.
 */
@NullMarked
package io.robotrader.engine.strategy;

import org.jspecify.annotations.NullMarked;
