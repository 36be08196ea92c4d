/**
 * The engine: one thread that turns bars into decisions, orders and books, and what there is around it.
 *
 * <p>Open {@link io.robotrader.engine.TradingEngine} first. A {@link io.robotrader.engine.TradingEngineBuilder} puts it
 * together out of settings, a feed, a strategy, a broker and a journal; an {@link io.robotrader.engine.EngineListener} is
 * told what happens, and a {@link io.robotrader.engine.ShutdownHook} ends it in good order with the program. Under a {@link
 * io.robotrader.engine.VirtualClock} it goes by the time of its bars.
 *
 * <p>{@link io.robotrader.engine.JournalReplay} runs what was recorded a second time, to see that the same comes out of it,
 * or what other limits would have decided.
 */
@NullMarked
package io.robotrader.engine;

import org.jspecify.annotations.NullMarked;
