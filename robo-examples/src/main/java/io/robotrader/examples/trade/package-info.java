/**
 * The engine at work: {@link io.robotrader.examples.trade.Paper} against a gateway. Open {@link
 * io.robotrader.examples.trade.TradingRun} to see how it is put together.
 */
@NullMarked
package io.robotrader.examples.trade;

import org.jspecify.annotations.NullMarked;
