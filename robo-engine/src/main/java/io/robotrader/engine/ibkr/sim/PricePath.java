package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How the price of one symbol went, trade by trade. Bars are spread over their period: from the open to the nearer of
 * high and low, to the other, to the close, the extremes all met exactly, and a point at least every minute.
 */
final class PricePath {

    /** A trade; {@code gap} says that the price jumped to it, instead of passing everything that lies between. */
    record Point(Instant time, double price, double size, boolean gap) {}

    private record Segment(Instant start, Instant end, Bar bar) {}

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final Duration DAILY = Duration.ofHours(20);
    private static final int FEWEST = 4;
    private static final int MOST = 391;

    private final List<Segment> segments = new ArrayList<>();
    private final List<Point> trades = new ArrayList<>();

    private PricePath() {}

    /** The bars in the order of time, all of one symbol. */
    static PricePath ofBars(List<Bar> bars) {
        PricePath path = new PricePath();
        Duration period = Duration.ofDays(1);
        for (int i = 1; i < bars.size(); i++) {
            Duration gap = Duration.between(bars.get(i - 1).time(), bars.get(i).time());
            period = gap.compareTo(period) < 0 ? gap : period;
        }
        for (Bar bar : bars) {
            LocalDate day = Hours.date(bar.time());
            Instant start = period.compareTo(DAILY) >= 0
                    ? Hours.at(day, OPEN)
                    : bar.time().minus(period);
            boolean late = period.compareTo(DAILY) < 0 || bar.time().isAfter(start);
            path.segments.add(new Segment(start, late ? bar.time() : Hours.at(day, Hours.close(day)), bar));
        }
        return path;
    }

    /** The trades in the order of time, all of one symbol. */
    static PricePath ofTrades(List<Trade> trades) {
        PricePath path = new PricePath();
        trades.forEach(t -> path.trades.add(new Point(t.time(), t.price(), t.size(), true)));
        return path;
    }

    /** A bar's prices at its time: the open, which the price jumps to, and the others in the order of every path. */
    static List<Point> ofBar(Bar bar) {
        double[] anchors = anchors(bar);
        List<Point> points = new ArrayList<>(anchors.length);
        for (int i = 0; i < anchors.length; i++) {
            points.add(new Point(bar.time(), anchors[i], i == 0 ? bar.volume().orElse(0) : 0, i == 0));
        }
        return points;
    }

    private static double[] anchors(Bar bar) {
        boolean up = bar.close() >= bar.open();
        return new double[] {bar.open(), up ? bar.low() : bar.high(), up ? bar.high() : bar.low(), bar.close()};
    }

    int segments() {
        return segments.isEmpty() ? trades.size() : segments.size();
    }

    Instant start(int segment) {
        return segments.isEmpty()
                ? trades.get(segment).time()
                : segments.get(segment).start();
    }

    Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < segments(); i++) {
            days.add(Hours.date(start(i)));
        }
        return days;
    }

    /** The first segment that ends after an instant. */
    int segmentAfter(Instant time) {
        int low = 0;
        int high = segments();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant end =
                    segments.isEmpty() ? start(middle) : segments.get(middle).end();
            if (end.isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** All points after one instant and not after another. */
    void between(Instant after, Instant until, Consumer<Point> each) {
        for (int i = segmentAfter(after); i < segments() && !start(i).isAfter(until); i++) {
            for (Point point : points(i)) {
                if (point.time().isAfter(after) && !point.time().isAfter(until)) {
                    each.accept(point);
                }
            }
        }
    }

    List<Point> points(int segment) {
        if (segments.isEmpty()) {
            return List.of(trades.get(segment));
        }
        Segment s = segments.get(segment);
        Duration length = Duration.between(s.start(), s.end());
        int count = (int) Math.max(FEWEST, Math.min(MOST, length.toMinutes() + 1));
        Bar bar = s.bar();
        double[] anchors = anchors(bar);
        double size = Math.floor(bar.volume().orElse(0) / count);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // The last one is in the period, not on its end, which belongs to the next.
            Instant time = s.start().plus(length.multipliedBy(i).dividedBy(count));
            double here = i == 0 ? bar.volume().orElse(0) - size * (count - 1) : size;
            points.add(new Point(time, price(anchors, i, count), here, i == 0));
        }
        return points;
    }

    /** The four anchors lie at the start, a third, two thirds and the end; between them it goes straight, in cents. */
    private static double price(double[] anchors, int i, int count) {
        for (int leg = 0; leg < 3; leg++) {
            int from = leg * (count - 1) / 3;
            int to = (leg + 1) * (count - 1) / 3;
            if (i == from) {
                return anchors[leg];
            }
            if (i < to) {
                double exact = anchors[leg] + (anchors[leg + 1] - anchors[leg]) * (i - from) / (to - from);
                double rounded = Math.round(exact * 100) / 100.0;
                return Math.max(
                        Math.min(anchors[leg], anchors[leg + 1]),
                        Math.min(rounded, Math.max(anchors[leg], anchors[leg + 1])));
            }
        }
        return anchors[3];
    }
}
