package io.robotrader.examples.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One curve over time. The SVG holds the lines only and stretches with the page; the labels are HTML around it, so that
 * they keep their size in a narrow window, and take the reader's fonts and colours.
 *
 * @param kind the CSS class that colours it
 * @param summary what a reader who does not see the curve should know
 * @param times ascending; not empty
 * @param values one a time; finite
 * @param baseline the value of a reference line, within the axis
 * @param filled whether the space between the curve and the baseline is filled
 * @param axis the vertical axis
 * @param label the text of a tick
 */
@SuppressWarnings("ArrayRecordComponent") // made, drawn and dropped within one method, never compared
record LineChart(
        String kind,
        String summary,
        List<Instant> times,
        double[] values,
        double baseline,
        boolean filled,
        ValueAxis axis,
        DoubleFunction<String> label) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;

    void writeTo(Markup html) {
        TimeAxis timeAxis = new TimeAxis(times.get(0), times.get(times.size() - 1));
        List<TimeAxis.Tick> timeTicks = timeAxis.ticks();
        html.open("div", "class", "plot " + kind);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                summary);
        html.leaf("title", summary);
        for (double tick : axis.ticks()) {
            html.empty("path", "class", "grid", "d", horizontal(tick));
        }
        for (TimeAxis.Tick tick : timeTicks) {
            String x = coordinate(timeAxis.position(tick.time()) * WIDTH);
            html.empty("path", "class", "grid", "d", "M" + x + " 0V" + HEIGHT);
        }
        html.empty("path", "class", "baseline", "d", horizontal(baseline));
        String curve = curve(timeAxis);
        if (filled) {
            String base = coordinate(axis.position(baseline) * HEIGHT);
            html.empty("path", "class", "area", "d", curve + "V" + base + "H0Z");
        }
        html.empty("path", "class", "curve", "d", curve).close();
        for (double tick : axis.ticks()) {
            html.leaf("span", label.apply(tick), "class", "y", "style", "top:" + percent(axis.position(tick)));
        }
        for (TimeAxis.Tick tick : timeTicks) {
            double position = timeAxis.position(tick.time());
            html.leaf("span", tick.label(), "class", "x", "style", "left:" + percent(position));
        }
        html.close().newLine();
    }

    private String curve(TimeAxis timeAxis) {
        StringBuilder path = new StringBuilder();
        for (int i : Thinning.indices(values)) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(timeAxis.position(times.get(i)) * WIDTH))
                    .append(' ')
                    .append(coordinate(axis.position(values[i]) * HEIGHT));
        }
        // One point alone would draw nothing.
        return times.size() == 1 ? path.append('H').append(WIDTH).toString() : path.toString();
    }

    private String horizontal(double value) {
        return "M0 " + coordinate(axis.position(value) * HEIGHT) + "H" + WIDTH;
    }

    private static String percent(double position) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * position);
    }

    /** A tenth of a unit is a tenth of a pixel, about. */
    private static String coordinate(double value) {
        long tenths = Math.round(10 * value);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
