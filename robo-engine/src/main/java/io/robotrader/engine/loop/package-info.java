/**
 * The one thread that writes, and what it does with what comes in.
 *
 * <p>Open {@link io.robotrader.engine.loop.TradingLoop} first: the way of a bar to an order and of a fill to the books. {@link
 * io.robotrader.engine.loop.EventLoop} is the thread. Not exported.
 */
@NullMarked
package io.robotrader.engine.loop;

import org.jspecify.annotations.NullMarked;
