package io.robotrader.examples.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws an equity curve, and the drawdown below it. */
final class EquityCharts {

    private static final double MILLION = 1e6;

    private EquityCharts() {}

    static void write(Markup html, EquityCurve curve) {
        if (curve.points().isEmpty()) {
            html.leaf("p", "No equity was recorded.", "class", "none").newLine();
            return;
        }
        List<Instant> times =
                curve.points().stream().map(EquityCurve.Point::time).toList();
        writeEquity(html, curve, times);
        writeDrawdown(html, curve, times);
    }

    private static void writeEquity(Markup html, EquityCurve curve, List<Instant> times) {
        double[] equity =
                curve.points().stream().mapToDouble(EquityCurve.Point::equity).toArray();
        double start = curve.startingCapital();
        double min = Math.min(start, Arrays.stream(equity).min().getAsDouble());
        double max = Math.max(start, Arrays.stream(equity).max().getAsDouble());
        String summary = "From " + money(start) + " to " + money(equity[equity.length - 1]) + " between "
                + Texts.time(times.get(0)) + " and " + Texts.time(times.get(times.size() - 1)) + "; lowest "
                + money(min) + ", highest " + money(max) + ". The dashed line is the starting capital.";
        ValueAxis axis = ValueAxis.over(min, max);
        boolean large = Math.max(Math.abs(min), Math.abs(max)) >= 10 * MILLION;
        double unit = large ? MILLION : 1;
        int decimals = axis.decimals(unit);
        writeFigure(
                html,
                "Equity",
                new LineChart(
                        "equity",
                        summary,
                        times,
                        equity,
                        start,
                        false,
                        axis,
                        value -> Texts.number(value / unit, decimals, decimals) + (large ? " M" : "")));
    }

    private static void writeDrawdown(Markup html, EquityCurve curve, List<Instant> times) {
        double[] drawdowns = curve.drawdowns();
        int worst = IntStream.range(0, drawdowns.length)
                .reduce((a, b) -> drawdowns[b] > drawdowns[a] ? b : a)
                .getAsInt();
        double deepest = drawdowns[worst];
        String summary = deepest == 0
                ? "Never below its peak."
                : "Deepest " + Texts.percent(deepest, 1) + " below the peak on " + Texts.time(times.get(worst))
                        + "; at the end " + Texts.percent(drawdowns[drawdowns.length - 1], 1) + ".";
        ValueAxis axis = ValueAxis.over(deepest == 0 ? -0.01 : -deepest, 0);
        int decimals = axis.decimals(0.01);
        double[] below = Arrays.stream(drawdowns).map(d -> -d).toArray();
        writeFigure(
                html,
                "Drawdown",
                new LineChart(
                        "drawdown", summary, times, below, 0, true, axis, value -> Texts.percent(value, decimals)));
    }

    private static void writeFigure(Markup html, String title, LineChart chart) {
        html.open("figure").open("figcaption");
        html.leaf("strong", title).leaf("span", chart.summary(), "class", "note");
        html.close().newLine();
        chart.writeTo(html);
        html.close().newLine();
    }

    private static String money(double value) {
        return Texts.number(value, 0, Math.abs(value) < 1000 ? 2 : 0);
    }
}
