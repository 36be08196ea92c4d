package io.robotrader.examples.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures candidates that take turns in short slices, round by round, in one JVM: what disturbs the machine for longer
 * than a round disturbs all of them, so that the ratio of two within a round says more than either time.
 */
final class Duel {

    /** Does the same thing over and over. */
    @FunctionalInterface
    interface Work {
        /** Does it so many times, and tells something about all of the outcomes, so that none can be left out. */
        long run(int times);
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int BATCH = 64;

    private final long sliceNanos;
    private final int rounds;

    private record Candidate(int batch, int operations, boolean alone, Work work) {}

    private record Cost(double nanos, double bytes) {}

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, double[]> nanos = new LinkedHashMap<>();
    private final Map<String, double[]> bytes = new LinkedHashMap<>();
    private long seen;

    Duel(long sliceNanos, int rounds) {
        if (sliceNanos < 1) {
            throw new IllegalArgumentException("sliceNanos must be positive, but was " + sliceNanos);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be positive, but was " + rounds);
        }
        this.sliceNanos = sliceNanos;
        this.rounds = rounds;
    }

    /** Adds a candidate that works in the thread that asks, and is measured by the processor time of that thread. */
    void add(String name, Work work) {
        add(name, BATCH, work);
    }

    /**
     * The same for one that takes so long that the usual 64 would not fit into a slice.
     *
     * @param batch how many times the work is told to do between two looks at the clock
     */
    void add(String name, int batch, Work work) {
        candidates.put(name, new Candidate(batch, 1, true, work));
    }

    /**
     * Adds a candidate that hands its work to other threads, and is measured by the clock on the wall.
     *
     * @param operations how many operations the work does for each time that it is told
     */
    void addThreads(String name, int operations, Work work) {
        candidates.put(name, new Candidate(BATCH, operations, false, work));
    }

    /** Runs all candidates in turn, some rounds to warm up first. */
    void run() {
        for (int round = -Math.max(1, rounds / 2); round < rounds; round++) {
            for (Map.Entry<String, Candidate> candidate : candidates.entrySet()) {
                Cost cost = slice(candidate.getValue());
                if (round >= 0) {
                    nanos.computeIfAbsent(candidate.getKey(), name -> new double[rounds])[round] = cost.nanos;
                    bytes.computeIfAbsent(candidate.getKey(), name -> new double[rounds])[round] = cost.bytes;
                }
            }
        }
    }

    /** The times of one candidate in nanoseconds an operation, one a round. */
    double[] times(String name) {
        return of(name, nanos);
    }

    /** What the thread that asks has allocated for one candidate, in bytes an operation, one a round. */
    double[] bytes(String name) {
        return of(name, bytes);
    }

    private static double[] of(String name, Map<String, double[]> measured) {
        double[] values = measured.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "name must be one of " + List.copyOf(measured.keySet()) + ", but was " + name);
        }
        return values;
    }

    /** What the outcomes added up to; printing it keeps the compiler from leaving work out. */
    long seen() {
        return seen;
    }

    private Cost slice(Candidate candidate) {
        long done = 0;
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long start = candidate.alone ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        long end = System.nanoTime() + sliceNanos;
        do {
            seen += candidate.work.run(candidate.batch);
            done += (long) candidate.batch * candidate.operations;
        } while (System.nanoTime() - end < 0);
        long now = candidate.alone ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        long more = THREADS.getThreadAllocatedBytes(thread) - allocated;
        return new Cost((double) (now - start) / done, (double) more / done);
    }

    /** The value below which a share of the numbers lies, by linear interpolation. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
