package io.robotrader.examples.correlate;

import io.robotrader.correlation.AlignedReturns;
import io.robotrader.correlation.CorrelationEstimator;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.correlation.LedoitWolf;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The estimators, by the names that the option knows. */
enum EstimatorChoice {
    PEARSON,
    EWMA,
    SPEARMAN,
    KENDALL,
    LEDOIT_WOLF,
    LEDOIT_WOLF_IDENTITY;

    static final class Converter implements ITypeConverter<EstimatorChoice> {
        @Override
        public EstimatorChoice convert(String value) {
            return Arrays.stream(values())
                    .filter(choice -> choice.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be one of "
                            + Arrays.stream(values())
                                    .map(EstimatorChoice::toString)
                                    .collect(Collectors.joining(", "))
                            + ", but was " + value));
        }
    }

    CorrelationMatrix estimate(AlignedReturns returns, CorrelationSettings settings, double decay) {
        return estimator(decay).estimate(needsComplete() ? returns.complete() : returns, settings);
    }

    boolean needsComplete() {
        return this == LEDOIT_WOLF || this == LEDOIT_WOLF_IDENTITY;
    }

    private CorrelationEstimator estimator(double decay) {
        return switch (this) {
            case PEARSON -> CorrelationEstimator.pearson();
            case EWMA -> CorrelationEstimator.ewma(decay);
            case SPEARMAN -> CorrelationEstimator.spearman();
            case KENDALL -> CorrelationEstimator.kendall();
            case LEDOIT_WOLF -> LedoitWolf.toConstantCorrelation();
            case LEDOIT_WOLF_IDENTITY -> LedoitWolf.toIdentity();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
