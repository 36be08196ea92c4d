package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often data of the past may be asked for: the vendor's own rules. Not thread-safe.
 *
 * <p>At most fifty at a time; none word for word within fifteen seconds of the same; fewer than six of one contract and
 * kind within two seconds; and of small bars, which include the streams of five seconds, sixty in ten minutes, where both
 * sides of the quote count as two.
 */
final class HistoryRules {

    private static final int OPEN = 50;
    private static final long SAME = Duration.ofSeconds(15).toNanos();
    private static final long BURST = Duration.ofSeconds(2).toNanos();
    private static final int BURST_COUNT = 5;
    private static final long LONG = Duration.ofMinutes(10).toNanos();
    private static final int LONG_COUNT = 60;
    private static final long FIRST_PENALTY = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_PENALTY = LONG;
    /** No wait is known: something has to be answered first. */
    static final long UNTIL_ANSWERED = Long.MAX_VALUE;

    private final Map<String, Long> same = new HashMap<>();
    private final Map<String, ArrayDeque<Long>> bursts = new HashMap<>();
    private final ArrayDeque<Long> small = new ArrayDeque<>();
    private int open;
    private long penalty = FIRST_PENALTY;
    private long pausedUntil;
    private boolean paused;

    /**
     * What a request is to these rules.
     *
     * @param whole what makes it the same as another
     * @param series the contract, exchange and kind of data; empty if that rule is not for it
     * @param weight how much it counts among small bars, 0 if it is none
     * @param opens whether it stays open until it is answered
     */
    record Key(String whole, String series, int weight, boolean opens) {}

    long delay(long now, Key key) {
        if (key.opens() && open >= OPEN) {
            return UNTIL_ANSWERED;
        }
        long wait = paused ? Math.max(0, pausedUntil - now) : 0;
        Long before = same.get(key.whole());
        if (before != null) {
            wait = Math.max(wait, before + SAME - now);
        }
        ArrayDeque<Long> burst = bursts.get(key.series());
        if (burst != null) {
            wait = Math.max(wait, until(burst, BURST, BURST_COUNT, now));
        }
        if (key.weight() > 0) {
            wait = Math.max(wait, until(small, LONG, LONG_COUNT + 1 - key.weight(), now));
        }
        return wait;
    }

    /** How long until fewer than {@code count} are younger than {@code window}. */
    private static long until(ArrayDeque<Long> times, long window, int count, long now) {
        while (!times.isEmpty() && times.peekFirst() + window < now) {
            times.pollFirst();
        }
        int tooMany = times.size() - count;
        if (tooMany < 0) {
            return 0;
        }
        long leaves = times.stream().skip(tooMany).findFirst().orElseThrow();
        return leaves + window + 1 - now;
    }

    void sent(long now, Key key) {
        same.values().removeIf(at -> at + SAME < now);
        bursts.values().removeIf(times -> times.peekLast() != null && times.peekLast() + BURST < now);
        same.put(key.whole(), now);
        if (!key.series().isEmpty()) {
            bursts.computeIfAbsent(key.series(), any -> new ArrayDeque<>()).add(now);
        }
        for (int i = 0; i < key.weight(); i++) {
            small.add(now);
        }
        if (key.opens()) {
            open++;
        }
    }

    /** One that was open is answered, or will not be any more. */
    void answered() {
        open = Math.max(0, open - 1);
    }

    /** All that were open will not be answered any more: the connection is gone. */
    void forgetOpen() {
        open = 0;
    }

    /** The gateway has complained: nothing for a while, and twice as long the next time. */
    void punish(long now) {
        paused = true;
        pausedUntil = now + penalty;
        penalty = Math.min(2 * penalty, LONGEST_PENALTY);
    }
}
