package io.robotrader.correlation;

import io.robotrader.correlation.internal.MomentBlock;
import io.robotrader.correlation.internal.PairTable;
import io.robotrader.correlation.internal.SymbolIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A matrix in the making out of blocks of moments. Used once. */
final class MomentAssembly {
    private final Collection<CorrelationMoments> blocks;
    private final SymbolIndex index;
    private final double[][] coefficients;
    private final int[][] observations;

    /** By pair the number of the block that it is in, from 1 on. */
    private final int[][] owners;

    MomentAssembly(Collection<CorrelationMoments> blocks) {
        this.blocks = blocks;
        TreeSet<String> names = new TreeSet<>();
        for (CorrelationMoments each : blocks) {
            blocks.iterator().next().checkSameWindow("blocks", each);
            names.addAll(each.rows());
            names.addAll(each.columns());
        }
        index = new SymbolIndex(List.copyOf(names));
        int size = names.size();
        coefficients = new double[size][];
        observations = new int[size][];
        owners = new int[size][];
        for (int i = 0; i < size; i++) {
            coefficients[i] = new double[i + 1];
            Arrays.fill(coefficients[i], Double.NaN);
            observations[i] = new int[i + 1];
            owners[i] = new int[i + 1];
        }
    }

    CorrelationMatrix matrix(CorrelationSettings settings) {
        Instant end = Instant.MIN;
        int owner = 0;
        for (CorrelationMoments each : blocks) {
            owner++;
            read(each, owner, settings.minimumObservations());
            end = each.end().isAfter(end) ? each.end() : end;
        }
        return new CorrelationMatrix(
                settings,
                index,
                end.equals(Instant.MIN) ? null : end,
                0,
                CorrelationMethod.PEARSON,
                new PairTable(coefficients, observations));
    }

    private void read(CorrelationMoments moments, int owner, int minimum) {
        MomentBlock block = moments.joined();
        List<String> rows = moments.rows();
        List<String> columns = moments.columns();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                int a = index.of(rows.get(r));
                int b = index.of(columns.get(c));
                int i = Math.max(a, b);
                int j = Math.min(a, b);
                if (owners[i][j] != 0 && owners[i][j] != owner) {
                    throw new IllegalArgumentException("blocks must have each pair once, but " + rows.get(r) + " and "
                            + columns.get(c) + " were in two");
                }
                owners[i][j] = owner;
                observations[i][j] = block.observations(r, c);
                coefficients[i][j] = observations[i][j] < minimum ? Double.NaN : block.coefficient(r, c, i == j);
            }
        }
    }
}
