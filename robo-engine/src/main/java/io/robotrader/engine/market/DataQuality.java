package io.robotrader.engine.market;

import io.robotrader.engine.market.QualityVerdict.Finding;
import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Judges every bar and quote before it reaches anything.
 *
 * <ol>
 *   <li>From the future, too old, or not later than the one before of its symbol: rejected. Quotes may share an instant.
 *   <li>Crossed, or a quote from which no price follows: rejected.
 *   <li>Far from the price before, by the symbol's own measure: rejected as an outlier, which teaches nothing. When several
 *       in a row agree, they are the level from then on, accepted with a warning: no symbol stays shut for ever. Of a bar the
 *       high and the low are judged too, as far as they stand out from closes before and now. Where bars
 *       are missing since the last one that was used, the close may be farther by the root of how many distances passed, up to
 *       the largest jump: without news a price walks at random, by the root of the time. What is learnt from such a move is
 *       divided by that root. Where the market was closed in between, twice the largest jump is let in, as a factor, and more
 *       by the root of the days that passed: news come out at night, and a bar a day or a month has a night before it.
 *   <li>Far, with the market closed for an hour or more in between, five days at most, and near a fall by 3:2, or a ratio of 2, 3, 4, 5, 10 or 20 either way:
 *       like a split. All of the symbol is on hold until {@link #confirm}, or until prices are back where they were.
 *   <li>Bars missing, by the usual distance of the symbol's bars in trading time: accepted with a warning. Told once a gap.
 * </ol>
 *
 * <p>Bars and quotes of a symbol are measured apart, as they move differently. A first price has nothing to be compared with
 * and is accepted with a warning; one that was wrong is outvoted by those that follow. No clock is read: the same calls give
 * the same verdicts. Constant time a call. Not thread-safe.
 */
public final class DataQuality {

    private static final Duration NIGHT = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final QualityBounds bounds;
    private final TradingTime hours;
    private final Map<String, Track> bars = new HashMap<>();
    private final Map<String, Track> quotes = new HashMap<>();

    /** What is known of the bars, or of the quotes, of one symbol. */
    private static final class Track {

        private final PriceLevel price;
        private final Spacing spacing = new Spacing();
        private @Nullable Instant heard;
        private @Nullable Instant used;
        // How many are missing since the last that was used.
        private long missing;

        Track(QualityBounds bounds) {
            price = new PriceLevel(bounds);
        }
    }

    /**
     * Makes a gate that has seen nothing.
     *
     * @param bounds where the lines are
     * @param hours when the market is open; {@link TradingTime#always} finds no splits, and a gap in every weekend
     */
    public DataQuality(QualityBounds bounds, TradingTime hours) {
        this.bounds = Objects.requireNonNull(bounds, "bounds");
        this.hours = Objects.requireNonNull(hours, "hours");
    }

    /**
     * Judges a bar.
     *
     * @param bar the bar
     * @param now the time that it is
     * @return what to do with it
     */
    public QualityVerdict judge(Bar bar, Instant now) {
        Track track = track(bars, bar.symbol());
        QualityVerdict wrong = judgeTime(bar.time(), now, bounds.maxBarAge());
        if (wrong != null) {
            return wrong;
        }
        Instant before = track.heard;
        if (before != null && !bar.time().isAfter(before)) {
            return outOfOrder(bar.time(), before);
        }
        long missing = hear(track, bar);
        QualityVerdict verdict = isHeld(quotes, bar.symbol()) ? heldByTheOther() : judgePrice(track, bar, before);
        return used(track, bar.time(), missing > 0 ? withGap(verdict, missing, before) : verdict);
    }

    /** Takes in when a bar comes, and returns how many are missing before it. */
    private long hear(Track track, Bar bar) {
        Instant before = track.heard;
        track.heard = bar.time();
        long missing = before == null ? 0 : track.spacing.missing(seconds(traded(before, bar.time())));
        track.missing += missing;
        return missing;
    }

    private QualityVerdict judgePrice(Track track, Bar bar, @Nullable Instant before) {
        return track.price.judge(
                bar.open(), bar.high(), bar.low(), bar.close(), nights(before, bar.time()), track.missing);
    }

    /**
     * Judges a quote by the middle of bid and ask, or by the last trade where one of them is missing.
     *
     * @param quote the quote
     * @param now the time that it is
     * @return what to do with it
     */
    public QualityVerdict judge(Quote quote, Instant now) {
        Track track = track(quotes, quote.symbol());
        QualityVerdict wrong = judgeTime(quote.time(), now, bounds.maxQuoteAge());
        if (wrong != null) {
            return wrong;
        }
        Instant before = track.heard;
        if (before != null && quote.time().isBefore(before)) {
            return outOfOrder(quote.time(), before);
        }
        if (quote.isCrossed()) {
            return QualityVerdict.of(
                    Outcome.REJECT,
                    Kind.CROSSED,
                    "bid " + quote.bid().orElse(0) + " is above ask "
                            + quote.ask().orElse(0));
        }
        OptionalDouble known = quote.price();
        if (known.isEmpty()) {
            return QualityVerdict.of(Outcome.REJECT, Kind.NO_PRICE, "only a bid or only an ask is known");
        }
        track.heard = quote.time();
        double price = known.getAsDouble();
        QualityVerdict verdict = isHeld(bars, quote.symbol())
                ? heldByTheOther()
                : track.price.judge(price, price, price, price, nights(before, quote.time()), 0);
        return used(track, quote.time(), verdict);
    }

    private @Nullable QualityVerdict judgeTime(Instant time, Instant now, Duration maxAge) {
        Duration age = Duration.between(time, now);
        if (age.negated().compareTo(bounds.maxAhead()) > 0) {
            return QualityVerdict.of(Outcome.REJECT, Kind.FUTURE, time + " is ahead of " + now);
        }
        if (age.compareTo(maxAge) > 0) {
            return QualityVerdict.of(Outcome.REJECT, Kind.STALE, "its age of " + age + " is above " + maxAge);
        }
        return null;
    }

    private static QualityVerdict outOfOrder(Instant time, Instant before) {
        return QualityVerdict.of(Outcome.REJECT, Kind.OUT_OF_ORDER, time + " is not later than " + before);
    }

    private static QualityVerdict heldByTheOther() {
        return QualityVerdict.of(Outcome.HOLD, Kind.SPLIT_LIKE, "a split of the symbol is suspected");
    }

    private static QualityVerdict withGap(QualityVerdict verdict, long missing, @Nullable Instant before) {
        List<Finding> findings = new ArrayList<>(verdict.findings());
        findings.add(new Finding(Kind.GAP, missing + " missing since " + before));
        return new QualityVerdict(verdict.isUsable() ? Outcome.WARN : verdict.outcome(), findings);
    }

    private static QualityVerdict used(Track track, Instant time, QualityVerdict verdict) {
        if (verdict.isUsable()) {
            track.used = time;
            track.missing = 0;
        }
        return verdict;
    }

    /** What is shorter than a night has none in it, and need not be looked up. */
    private Duration traded(Instant before, Instant time) {
        Duration passed = Duration.between(before, time);
        return passed.compareTo(NIGHT) < 0 ? passed : hours.between(before, time);
    }

    /** The days between the two if the market was closed for a night's time, 1 at least; else 0. */
    private double nights(@Nullable Instant before, Instant time) {
        if (before == null) {
            return 0;
        }
        Duration passed = Duration.between(before, time);
        boolean wasClosed = passed.minus(traded(before, time)).compareTo(NIGHT) >= 0;
        return wasClosed ? Math.max(1, seconds(passed) / seconds(DAY)) : 0;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    private Track track(Map<String, Track> tracks, String symbol) {
        return tracks.computeIfAbsent(symbol, unseen -> new Track(bounds));
    }

    private static boolean isHeld(Map<String, Track> tracks, String symbol) {
        Track track = tracks.get(symbol);
        return track != null && track.price.isHeld();
    }

    /**
     * Takes in a bar that was accepted before, in an earlier run, and is right whatever it looks like.
     *
     * @param bar the bar; one that is not later than the one before of its symbol changes nothing
     */
    public void accept(Bar bar) {
        Track track = track(bars, bar.symbol());
        Instant before = track.heard;
        if (before == null || bar.time().isAfter(before)) {
            hear(track, bar);
            if (!judgePrice(track, bar, before).isUsable()) {
                track.price.take(bar.close());
            }
            track.missing = 0;
            track.used = bar.time();
        }
    }

    /**
     * Puts a symbol on hold again that was on hold at the end of an earlier run. However long ago that was, it stays so until
     * {@link #confirm}, or until prices are back where the last one was that was accepted.
     *
     * @param symbol the symbol
     */
    public void hold(String symbol) {
        track(bars, symbol).price.hold();
    }

    /**
     * Tells whether a symbol has data that may be used: asked for by time and not on arrival, so that a feed that died is seen.
     *
     * @param symbol the symbol
     * @param now the time that it is
     * @return whether its latest usable bar or quote is not too old and it is not on hold; false if none came
     */
    public boolean isFresh(String symbol, Instant now) {
        return !isHeld(symbol)
                && (isFresh(bars.get(symbol), now, bounds.maxBarAge())
                        || isFresh(quotes.get(symbol), now, bounds.maxQuoteAge()));
    }

    private boolean isFresh(@Nullable Track track, Instant now, Duration maxAge) {
        Instant used = track == null ? null : track.used;
        return used != null && judgeTime(used, now, maxAge) == null;
    }

    /**
     * Returns the split for which a symbol is on hold.
     *
     * @param symbol the symbol
     * @return new price / old price, such as 0.25 for four shares in place of one; empty if it is not on hold, or if no price
     *     has come since {@link #hold} that is near a ratio
     */
    public OptionalDouble suspectedSplit(String symbol) {
        Track track = bars.get(symbol);
        OptionalDouble ratio = track == null ? OptionalDouble.empty() : track.price.splitRatio();
        if (ratio.isPresent()) {
            return ratio;
        }
        track = quotes.get(symbol);
        return track == null ? OptionalDouble.empty() : track.price.splitRatio();
    }

    /**
     * Says that the latest price of a symbol on hold is right, by a split or not, and takes it off hold. What rests on prices
     * before, such as indicators and positions, is for the caller to put right.
     *
     * @param symbol the symbol
     * @return whether it was on hold; else nothing was done
     */
    public boolean confirm(String symbol) {
        if (!isHeld(symbol)) {
            return false;
        }
        OptionalDouble ratio = suspectedSplit(symbol);
        for (Track track : List.of(track(bars, symbol), track(quotes, symbol))) {
            track.price.settle(ratio);
            track.missing = 0;
        }
        return true;
    }

    private boolean isHeld(String symbol) {
        return isHeld(bars, symbol) || isHeld(quotes, symbol);
    }
}
