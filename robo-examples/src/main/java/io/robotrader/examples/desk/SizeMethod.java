package io.robotrader.examples.desk;

import io.robotrader.risk.sizing.KellyEdge;
import io.robotrader.risk.sizing.PositionSizer;
import io.robotrader.risk.sizing.PositionSizers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to size; exactly one of the components is given. */
record SizeMethod(
        @Nullable FixedFraction fixedFraction,
        @Nullable FixedRisk fixedRisk,
        @Nullable Atr atr,
        @Nullable Kelly kelly,
        @Nullable VolatilityTarget volatilityTarget) {

    private Method chosen() {
        List<Method> given = Arrays.asList(fixedFraction, fixedRisk, atr, kelly, volatilityTarget).stream()
                .filter(Objects::nonNull)
                .map(Method.class::cast)
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("method must be one of fixedFraction, fixedRisk, atr, kelly and"
                    + " volatilityTarget, but " + given.size() + " are given");
        }
        return given.get(0);
    }

    /** The sizer, if the entry has what it needs. */
    PositionSizer sizer(SizeQuestion.Entry entry) {
        Method method = chosen();
        PositionSizer sizer = Given.at("method." + method.name(), method::sizer);
        if (!entry.gives(method.needs())) {
            throw new IllegalArgumentException(
                    "entry." + method.needs() + " must be given for " + method.name() + ", but is missing");
        }
        return sizer;
    }

    /** One way to size, with its parameters. */
    interface Method {

        String name();

        PositionSizer sizer();

        /** The key of the entry that this method cannot do without; empty text if there is none. */
        default String needs() {
            return "";
        }
    }

    record FixedFraction(@Nullable Double fraction) implements Method {

        @Override
        public String name() {
            return "fixedFraction";
        }

        @Override
        public PositionSizer sizer() {
            return PositionSizers.fixedFraction(Given.required(fraction, "fraction"));
        }
    }

    record FixedRisk(@Nullable Double riskFraction) implements Method {

        @Override
        public String name() {
            return "fixedRisk";
        }

        @Override
        public String needs() {
            return "stop";
        }

        @Override
        public PositionSizer sizer() {
            return PositionSizers.fixedRisk(Given.required(riskFraction, "riskFraction"));
        }
    }

    record Atr(@Nullable Double riskFraction, @Nullable Double factor) implements Method {

        @Override
        public String name() {
            return "atr";
        }

        @Override
        public String needs() {
            return "atr";
        }

        @Override
        public PositionSizer sizer() {
            return PositionSizers.atr(Given.required(riskFraction, "riskFraction"), Given.required(factor, "factor"));
        }
    }

    record Kelly(
            @Nullable Double winRate,
            @Nullable Double averageWin,
            @Nullable Double averageLoss,
            @Nullable Long trades,
            @Nullable Double fraction,
            @Nullable Double cap)
            implements Method {

        @Override
        public String name() {
            return "kelly";
        }

        @Override
        public PositionSizer sizer() {
            KellyEdge edge = new KellyEdge(
                    Given.required(winRate, "winRate"),
                    Given.required(averageWin, "averageWin"),
                    Given.required(averageLoss, "averageLoss"),
                    Given.required(trades, "trades"));
            return PositionSizers.kelly(
                    edge, fraction == null ? PositionSizers.QUARTER_KELLY : fraction, Given.required(cap, "cap"));
        }
    }

    record VolatilityTarget(
            @Nullable Double targetAnnualVolatility,
            @Nullable Double periodsPerYear) implements Method {

        @Override
        public String name() {
            return "volatilityTarget";
        }

        @Override
        public String needs() {
            return "volatility";
        }

        @Override
        public PositionSizer sizer() {
            return PositionSizers.volatilityTarget(
                    Given.required(targetAnnualVolatility, "targetAnnualVolatility"),
                    Given.required(periodsPerYear, "periodsPerYear"));
        }
    }
}
