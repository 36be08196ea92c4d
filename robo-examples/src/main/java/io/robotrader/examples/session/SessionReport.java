package io.robotrader.examples.session;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.examples.report.Block;
import io.robotrader.examples.report.CorrelationMap;
import io.robotrader.examples.report.EquityCurve;
import io.robotrader.examples.report.EquityCurve.Point;
import io.robotrader.examples.report.Figures;
import io.robotrader.examples.report.Refusals;
import io.robotrader.examples.report.Refusals.Refusal;
import io.robotrader.examples.report.ReportPage;
import io.robotrader.examples.report.ReportSection;
import io.robotrader.examples.report.Table;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Unit;
import io.robotrader.risk.rule.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Turns results into the page of the report. */
final class SessionReport {

    private static final MarketCalendar NYSE = MarketCalendars.nyse();

    private SessionReport() {}

    static ReportPage page(List<SessionResult> results) {
        return new ReportPage(
                "Trading session",
                "Real prices, virtual time, a paper account. Nothing here is advice, and past prices promise nothing.",
                results.stream().map(SessionReport::section).toList());
    }

    private static ReportSection section(SessionResult result) {
        DataSet data = result.data();
        String description = "From " + NYSE.tradeDate(data.start()) + " to " + NYSE.tradeDate(data.end()) + ", "
                + data.bars().size() + " bars of " + String.join(", ", data.symbols()) + ".";
        return new ReportSection(
                data.title(),
                description,
                List.<Block>of(
                        new Figures(result.figures()),
                        curve(result),
                        correlations(result.correlations()),
                        new Refusals(result.tally().refused().stream()
                                .flatMap(SessionReport::refusals)
                                .toList()),
                        trades(result)));
    }

    private static EquityCurve curve(SessionResult result) {
        return new EquityCurve(
                result.startingCapital(),
                result.tally().days().stream()
                        .map(day -> new Point(
                                midnight(day.tradeDate()), day.figures().equity()))
                        .toList());
    }

    private static CorrelationMap correlations(CorrelationMatrix matrix) {
        double[][] values = new double[matrix.size()][matrix.size()];
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < matrix.size(); j++) {
                values[i][j] = matrix.get(i, j);
            }
        }
        return CorrelationMap.of(
                "Of the returns of the last " + matrix.settings().lookback() + " bars that two symbols share, from "
                        + matrix.settings().minimumObservations() + " bars on"
                        + matrix.asOf()
                                .map(at -> "; as of " + NYSE.tradeDate(at))
                                .orElse("") + ".",
                matrix.symbols(),
                values);
    }

    private static Stream<Refusal> refusals(OrderDecided decided) {
        OrderIntent order = decided.order();
        return decided.decision().violations().stream()
                .map(violation -> new Refusal(
                        midnight(NYSE.tradeDate(decided.at())),
                        order.symbol(),
                        order.side().name(),
                        order.quantity(),
                        Text.reason(violation),
                        violation.observed(),
                        violation.limit().unit() == Unit.NONE
                                ? Double.NaN
                                : violation.limit().bound(),
                        withoutName(violation)));
    }

    /** The reason without the rule's name, which has a column of its own. */
    private static String withoutName(Violation violation) {
        String name = violation.limit().name() + ": ";
        String message = violation.message();
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    /** A trade date as the report shows it: a day without an hour. */
    private static Instant midnight(LocalDate tradeDate) {
        return tradeDate.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Table trades(SessionResult result) {
        return new Table(
                "Fills",
                List.of("Date", "Symbol", "Side", "Quantity", "Price", "Commission", "P&L taken"),
                result.tally().fills().stream().map(SessionReport::row).toList());
    }

    private static List<String> row(OrderFilled filled) {
        var fill = filled.fill();
        return List.of(
                NYSE.tradeDate(filled.at()).toString(),
                fill.symbol(),
                fill.side().name(),
                String.valueOf(fill.quantity()),
                fill.price().toPlainString(),
                fill.commission().toPlainString(),
                Text.money(filled.realizedPnl().doubleValue()));
    }
}
