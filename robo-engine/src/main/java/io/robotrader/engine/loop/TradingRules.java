package io.robotrader.engine.loop;

import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.market.QualityBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the engine does besides following signals.
 *
 * @param stops where the protective stop of a position is; empty for none
 * @param takeProfit how far above its entry a position's profit is taken, as a fraction of the entry; empty for never
 * @param orderTimeout how long an order that opens may work; empty for ever
 * @param positionTimeout how long a position may be held; empty for ever
 * @param weeklyLoss the loss of a week that halts, as a fraction of the equity at its start; empty for none
 * @param monthlyLoss the loss of a month that halts, as a fraction of the equity at its start; empty for none
 * @param silence how long market data may be silent; empty for ever
 * @param dayEnd how long after the close a trade date is closed
 * @param tripFile a file that trips the kill switch when it is there; empty for none
 * @param shadow whether orders are decided and not sent
 * @param quality where the lines are between which a bar is believed; empty if all are
 * @param entryTimes when positions may be opened
 * @param exportFolder where portfolio and figures of each trade date are written; empty for nowhere
 * @param journalBars whether each bar that is let in is an event
 * @param keepProtective whether orders that only reduce are left at the broker when trading stops
 * @param leaveStops whether the stops of positions are placed at the broker when trading stops
 * @param reconcileEvery how often the books are held against the broker's, besides the start and each reconnect
 * @param reconcileWithin how long the broker may take to show its books, in real time
 * @param reconcilePolicy what is done about differences
 */
public record TradingRules(
        Optional<StopPlacer> stops,
        OptionalDouble takeProfit,
        Optional<Duration> orderTimeout,
        Optional<Duration> positionTimeout,
        OptionalDouble weeklyLoss,
        OptionalDouble monthlyLoss,
        Optional<Duration> silence,
        Duration dayEnd,
        Optional<Path> tripFile,
        boolean shadow,
        Optional<QualityBounds> quality,
        EntryTimes entryTimes,
        Optional<Path> exportFolder,
        boolean journalBars,
        boolean keepProtective,
        boolean leaveStops,
        Duration reconcileEvery,
        Duration reconcileWithin,
        ReconcilePolicy reconcilePolicy) {}
