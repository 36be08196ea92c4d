package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Joins a price that leaves the channel of the bars before it: Donchian's rule, with the shorter channel for the way out that
 * the Turtles used (Faith, The Original Turtle Trading Rules, 2003: 20 bars in, 10 bars out).
 *
 * <p>A channel of n bars runs from the lowest low to the highest high of the n bars before this one, which is not part of it.
 *
 * <ul>
 *   <li>close above the entry channel: long. Close below it: short. Whatever was wished before.
 *   <li>while long, close below the exit channel: flat. While short, close above it: flat.
 * </ul>
 *
 * <p>A close on the edge of a channel has not left it. A symbol's first signal can come with the bar after the n-th. The
 * confidence of an entry is 1/2 + 1/2 x (how far the close is outside / the width of the channel), at most 1, and 1 if the
 * channel has no width. That of an exit is 1. Constant time a bar, on average. A bar that has closed is never judged again.
 * Not thread-safe.
 */
public final class Breakout implements Strategy {

    private final int entry;
    private final int exit;
    private final Map<String, Channels> channels = new HashMap<>();

    /**
     * Makes a strategy that has seen no bar.
     *
     * @param entry bars in the channel that lets in, 1 or more; 20 is usual
     * @param exit bars in the channel that lets out, 1 or more and at most as many as let in; 10 is usual
     * @throws IllegalArgumentException if one of them is not so
     */
    public Breakout(int entry, int exit) {
        if (entry < 1) {
            throw new IllegalArgumentException("entry must be at least 1, but was " + entry);
        }
        if (exit < 1 || exit > entry) {
            throw new IllegalArgumentException(
                    "exit must be at least 1 and at most the entry " + entry + ", but was " + exit);
        }
        this.entry = entry;
        this.exit = exit;
    }

    @Override
    public String name() {
        return "breakout-" + entry + "-" + exit;
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return channels.computeIfAbsent(bar.symbol(), symbol -> new Channels()).next(bar);
    }

    private final class Channels {

        private final Channel in = new Channel(entry);
        private final Channel out = new Channel(exit);
        private Direction direction = Direction.FLAT;

        Optional<Signal> next(Bar bar) {
            Optional<Signal> signal = in.isFull() ? judge(bar) : Optional.empty();
            in.add(bar);
            out.add(bar);
            return signal;
        }

        private Optional<Signal> judge(Bar bar) {
            Direction now = wish(bar.close());
            if (now == direction) {
                return Optional.empty();
            }
            direction = now;
            Channel left = now == Direction.FLAT ? out : in;
            double confidence = now == Direction.FLAT ? 1 : Math.min(1, 0.5 + 0.5 * in.outside(bar.close()));
            String reason = String.format(
                    Locale.ROOT,
                    "%.4f is outside %.4f to %.4f of %d bars",
                    bar.close(),
                    left.low(),
                    left.high(),
                    now == Direction.FLAT ? exit : entry);
            return Optional.of(new Signal(name(), bar.symbol(), now, reason, confidence));
        }

        private Direction wish(double close) {
            if (close > in.high()) {
                return Direction.LONG;
            }
            if (close < in.low()) {
                return Direction.SHORT;
            }
            boolean leaves = direction == Direction.LONG ? close < out.low() : close > out.high();
            return leaves ? Direction.FLAT : direction;
        }
    }

    /** From the lowest low to the highest high of the last bars. */
    private static final class Channel {

        private final Highest highs;
        private final Highest mirroredLows;

        Channel(int length) {
            highs = new Highest(length);
            mirroredLows = new Highest(length);
        }

        void add(Bar bar) {
            highs.add(bar.high());
            mirroredLows.add(-bar.low());
        }

        boolean isFull() {
            return highs.isFull();
        }

        double high() {
            return highs.value();
        }

        double low() {
            return -mirroredLows.value();
        }

        /** How far outside a price is, in widths of the channel; infinite if there is no width. */
        double outside(double price) {
            return Math.max(price - high(), low() - price) / (high() - low());
        }
    }
}
