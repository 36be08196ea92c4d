package io.robotrader.correlation;

import io.robotrader.correlation.internal.ProductKernels;
import io.robotrader.correlation.internal.ReturnTable;
import io.robotrader.correlation.internal.SymbolIndex;
import io.robotrader.correlation.internal.TableCorrelation;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pearson's coefficients of a whole table at once, for research and for reports: no row is kept. It is what {@link
 * CorrelationEstimator#pearson()} runs on, with threads if asked, and with room that is kept for the next table. Its numbers
 * are those of a {@link CorrelationTracker} that was given the same rows.
 *
 * <pre>{@code
 * CorrelationMatrix matrix = new CorrelationBatch(CorrelationSettings.defaults().withWindow(252, 60))
 *         .ofReturns(List.of("AAPL", "MSFT"), returns);
 * }</pre>
 *
 * <p>Symbols without a gap cost symbols squared x observations at the speed of the machine's vector instructions; a pair
 * of which one has a gap is worked out on its own, many times as slowly. If the JVM was started with {@code
 * --add-modules jdk.incubator.vector} the fast part is two to three times as fast; the two ways differ in the last digits.
 *
 * <p>Thread-safe; calls on one object take turns. Its working room, about as large as the largest table, is kept for the
 * next call.
 */
public final class CorrelationBatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final CorrelationSettings settings;
    private final int threads;
    private final TableCorrelation correlation = new TableCorrelation();

    /**
     * One that works in the thread that calls it.
     *
     * @param settings how many of the latest observations are looked at, and how many a pair needs
     */
    public CorrelationBatch(CorrelationSettings settings) {
        this(settings, 1);
    }

    private CorrelationBatch(CorrelationSettings settings, int threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * One that starts further threads for each call, which end with the call. The numbers are the same to the last bit.
     *
     * @param threads how many work at a table, the caller's included; from 1 to 64
     * @return another with the same settings
     * @throws IllegalArgumentException if it is outside its range
     */
    public CorrelationBatch withThreads(int threads) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be from 1 to 64, but was " + threads);
        }
        return new CorrelationBatch(settings, threads);
    }

    /**
     * Whether the JDK's vector module is used, which is decided when the JVM starts.
     *
     * @return false if the module is not there or can not be used
     */
    public static boolean usesVectorModule() {
        return ProductKernels.useVectors();
    }

    /**
     * The correlations of returns. Two returns at the same place are taken for one observation of their pair.
     *
     * @param symbols names that are not blank, each once
     * @param returns by symbol, in the order of time and all equally many: fractions (0.01 is 1 %) of any sign, at most 1e100
     *     in size; NaN where one is absent. The last {@link CorrelationSettings#lookback()} are looked at. Not changed
     *     and not kept
     * @return a matrix without a time, of version 0
     * @throws IllegalArgumentException if names or returns are not so
     */
    public CorrelationMatrix ofReturns(List<String> symbols, double[][] returns) {
        int length = checkShape(symbols, returns);
        int first = Math.max(0, length - settings.lookback());
        for (int i = 0; i < returns.length; i++) {
            for (int t = first; t < length; t++) {
                PriceDoor.checkReturn(symbols.get(i), t, returns[i][t]);
            }
        }
        return correlate(symbols, null, new ReturnTable(returns, null, first));
    }

    /**
     * The correlations of returns that know their times and when they began: the same as {@link
     * CorrelationEstimator#pearson()}.
     *
     * @param returns any number of symbols and rows. The last {@link CorrelationSettings#lookback()} are looked at
     * @return a matrix over all symbols of the returns in their order, as of the last row, of version 0
     */
    public CorrelationMatrix ofReturns(AlignedReturns returns) {
        List<Instant> times = returns.times();
        Instant asOf = times.isEmpty() ? null : times.get(times.size() - 1);
        return correlate(returns.symbols(), asOf, returns.table(settings.lookback()));
    }

    private CorrelationMatrix correlate(List<String> symbols, @Nullable Instant asOf, ReturnTable table) {
        lock.lock();
        try {
            return new CorrelationMatrix(
                    settings,
                    new SymbolIndex(symbols),
                    asOf,
                    0,
                    CorrelationMethod.PEARSON,
                    correlation.correlate(table, settings.minimumObservations(), threads));
        } finally {
            lock.unlock();
        }
    }

    private static int checkShape(List<String> symbols, double[][] returns) {
        Set<String> seen = new HashSet<>();
        for (String symbol : symbols) {
            if (!seen.add(PriceDoor.checkSymbol(symbol))) {
                throw new IllegalArgumentException(
                        "symbols must be each there once, but " + symbol + " was there twice");
            }
        }
        if (returns.length != symbols.size()) {
            throw new IllegalArgumentException(
                    "returns must be of " + symbols.size() + " symbols, but was of " + returns.length);
        }
        int length = returns.length == 0 ? 0 : returns[0].length;
        if (Arrays.stream(returns).anyMatch(column -> column.length != length)) {
            throw new IllegalArgumentException("returns must be equally many for all symbols, but was not");
        }
        return length;
    }
}
