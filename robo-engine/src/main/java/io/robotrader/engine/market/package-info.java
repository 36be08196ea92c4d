/**
 * Market data: what a bar is, the port through which bars arrive, and readers of price files.
 *
 * <p>Open {@link io.robotrader.engine.market.Bar} first, then {@link io.robotrader.engine.market.MarketDataFeed}, which
 * pushes bars into the engine; {@link io.robotrader.engine.market.HistoryFeed} is the feed that replays bars already at
 * hand. {@link io.robotrader.engine.market.CsvBars} reads daily bars as Yahoo and Stooq write them and refuses a whole
 * import, with every bad row listed in a {@link io.robotrader.engine.market.BadDataException}, rather than trade on half
 * of it.
 *
 * <p>Live data comes as {@link io.robotrader.engine.market.Tick}s and {@link io.robotrader.engine.market.Quote}s, of which
 * {@link io.robotrader.engine.market.BarBuilder} makes bars. {@link io.robotrader.engine.market.DataQuality} judges each bar
 * and quote before anything else sees it.
 */
@NullMarked
package io.robotrader.engine.market;

import org.jspecify.annotations.NullMarked;
