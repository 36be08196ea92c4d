package io.robotrader.engine.loop;

import io.robotrader.correlation.CorrelationTracker;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.sizing.PositionSizer;
import java.time.Duration;
import java.util.Set;

/**
 * Who sits at the desk: everybody a bar meets on its way to an order, in the order in which it meets them.
 *
 * @param symbols what is traded; bars of others are passed over
 * @param calendar says which trade date an instant belongs to
 * @param correlations learns from every close
 * @param strategy wishes
 * @param sizer says how many shares
 * @param gate says whether
 * @param killSwitch is asked and told by the gate
 * @param gateTime what time it is for the gate and the kill switch
 * @param broker trades
 * @param portfolio keeps the books
 * @param rules what is done besides
 * @param atrPeriod bars in the average true range
 * @param shortSelling whether a wish to be short is more than a wish to be flat
 * @param stopDeadline how long the broker has, in real time, to end the working orders when trading stops
 */
public record Desk(
        Set<String> symbols,
        MarketCalendar calendar,
        CorrelationTracker correlations,
        Strategy strategy,
        PositionSizer sizer,
        RiskGate gate,
        KillSwitch killSwitch,
        GateTime gateTime,
        Broker broker,
        Portfolio portfolio,
        TradingRules rules,
        int atrPeriod,
        boolean shortSelling,
        Duration stopDeadline) {}
