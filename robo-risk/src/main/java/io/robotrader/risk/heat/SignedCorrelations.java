package io.robotrader.risk.heat;

import io.robotrader.risk.rule.CorrelationLookup;
import java.util.List;

/**
 * How much each two risks add to each other: correlation x side x side, 1 where nothing is known. A working order is no
 * hedge of anything until it is filled: with one, less than 0 counts as 0.
 */
final class SignedCorrelations {

    private final double[][] matrix;
    private int unknownPairs;

    SignedCorrelations(List<OpenRisk> risks, CorrelationLookup lookup) {
        int size = risks.size();
        matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = between(risks.get(i), risks.get(j), lookup);
                matrix[j][i] = matrix[i][j];
            }
        }
    }

    private double between(OpenRisk a, OpenRisk b, CorrelationLookup lookup) {
        double rho = a.symbol().equals(b.symbol()) ? 1 : lookup.between(a.symbol(), b.symbol());
        if (!(Math.abs(rho) <= 1)) {
            unknownPairs++;
            return 1;
        }
        double alike = rho * a.side().sign() * b.side().sign();
        boolean bothHeld = a.orderId().isEmpty() && b.orderId().isEmpty();
        return bothHeld ? alike : Math.max(0, alike);
    }

    int unknownPairs() {
        return unknownPairs;
    }

    /** The matrix times a vector. */
    double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
