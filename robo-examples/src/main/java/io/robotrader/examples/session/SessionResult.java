package io.robotrader.examples.session;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.portfolio.Performance;
import io.robotrader.examples.report.Figures.Figure;
import io.robotrader.risk.account.AccountFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of trading one data set.
 *
 * @param data what was traded
 * @param startingCapital money
 * @param tally what happened
 * @param account the sums at the end
 * @param correlations at the end
 * @param journal the database file that remembers it all
 */
record SessionResult(
        DataSet data,
        double startingCapital,
        Tally tally,
        AccountFigures account,
        CorrelationMatrix correlations,
        Path journal) {

    /** The figures for a person, in the order in which they are shown. */
    List<Figure> figures() {
        Performance performance = Performance.of(
                startingCapital,
                tally.days().stream()
                        .map(DayClosed::figures)
                        .mapToDouble(AccountFigures::equity)
                        .toArray(),
                data.periodsPerYear());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("Orders approved", String.valueOf(tally.approved())));
        figures.add(new Figure("Orders refused", String.valueOf(tally.refused().size())));
        Map<String, Integer> reasons = tally.reasons();
        if (!reasons.isEmpty()) {
            int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
            figures.add(new Figure(
                    "Reasons, of which an order may have several",
                    String.valueOf(all),
                    reasons.entrySet().stream()
                            .map(reason -> new Figure(reason.getKey(), String.valueOf(reason.getValue())))
                            .toList()));
        }
        figures.add(new Figure("Fills", String.valueOf(tally.fills().size())));
        figures.add(new Figure("Equity", Text.money(account.equity())));
        figures.add(new Figure(
                "P&L",
                Text.money(account.equity() - startingCapital),
                List.of(
                        new Figure("realised", Text.money(tally.realizedPnl().doubleValue())),
                        new Figure(
                                "commissions paid",
                                Text.money(tally.commissions().doubleValue())))));
        figures.add(new Figure("Heat", Text.percent(account.heat())));
        figures.add(new Figure("Maximum drawdown", Text.estimate(performance.maxDrawdown(), Text::percent)));
        figures.add(new Figure("Sharpe, annualised", Text.estimate(performance.sharpe(), Text::ratio)));
        figures.add(new Figure("Sortino, annualised", Text.estimate(performance.sortino(), Text::ratio)));
        figures.add(new Figure("Volatility, annualised", Text.estimate(performance.volatility(), Text::percent)));
        figures.add(new Figure("VaR 95 %, per bar", Text.estimate(performance.valueAtRisk(), Text::percent)));
        figures.add(new Figure(
                "Expected shortfall 95 %, per bar", Text.estimate(performance.expectedShortfall(), Text::percent)));
        return figures;
    }
}
