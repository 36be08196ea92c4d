/**
 * The one thread that writes, and what it does with what comes in.
 *
 * <p>{@link io.robotrader.engine.loop.EventLoop} is the thread, {@link io.robotrader.engine.loop.TradingLoop} the way of a
 * bar to an order and of a fill to the books. Not exported.
 */
@NullMarked
package io.robotrader.engine.loop;

import org.jspecify.annotations.NullMarked;
