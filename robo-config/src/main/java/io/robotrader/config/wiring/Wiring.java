package io.robotrader.config.wiring;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.sizing.KellyEdge;
import io.robotrader.risk.sizing.PositionSizer;
import io.robotrader.risk.sizing.PositionSizers;
import io.robotrader.risk.stop.Stop;
import io.robotrader.risk.stop.StopRules;
import java.util.OptionalDouble;

/** Builds what the settings describe, one to one. The settings are taken to be within their bounds. Stateless. */
public final class Wiring {

    private static final KellyEdge NO_TRADES = new KellyEdge(0, 0, 0, 0);

    private Wiring() {}

    /**
     * The limits, those of the risk section and those of the execution section. A cap that is off is a limit that is off.
     *
     * @param config the settings
     * @return the limits
     */
    public static RiskLimits limits(RoboConfig config) {
        return Limits.of(config.execution(), config.risk());
    }

    /**
     * The sizer of the risk section. By {@code kelly} it sizes to nothing, as no record of trades is known; hand one to
     * {@link #sizer(RiskConfig, KellyEdge)}.
     *
     * @param risk the section
     * @return the sizer
     */
    public static PositionSizer sizer(RiskConfig risk) {
        return sizer(risk, NO_TRADES);
    }

    /**
     * The sizer of the risk section, by a record of trades.
     *
     * @param risk the section
     * @param edge what the record says; looked at by {@code kelly} alone
     * @return the sizer; make a new one when the record has grown
     */
    public static PositionSizer sizer(RiskConfig risk, KellyEdge edge) {
        return switch (risk.positionSizingMethod()) {
            case FIXED -> PositionSizers.fixedFraction(risk.maxPositionPct());
            case ATR -> PositionSizers.atr(risk.maxPositionPct(), risk.atrRiskFactor());
            case KELLY -> PositionSizers.kelly(edge, risk.kellyFraction(), risk.maxPositionPct());
        };
    }

    /**
     * The stop of a new position, which follows the best price or stays where it is.
     *
     * @param risk the section
     * @param opened the side that opened the position
     * @param entry what was paid or received per share, positive
     * @return the stop
     */
    public static Stop stop(RiskConfig risk, Side opened, double entry) {
        return risk.useTrailingStop()
                ? Stop.trailing(opened, entry, StopRules.fraction(risk.trailingStopPct()), OptionalDouble.empty())
                : Stop.protective(opened, entry, StopRules.fraction(risk.stopLossPct()), OptionalDouble.empty());
    }

    /**
     * When the kill switch trips, and what then happens. If the emergency shutdown is switched off, a person still trips
     * it.
     *
     * @param risk the section
     * @return the policy
     */
    public static HaltPolicy haltPolicy(RiskConfig risk) {
        return Halts.of(risk.halt(), risk.enableEmergencyShutdown());
    }

    /**
     * How correlations are worked out.
     *
     * @param data the data section
     * @return the settings of a correlation tracker
     */
    public static CorrelationSettings correlation(DataConfig data) {
        return CorrelationSettings.defaults()
                .withWindow(data.correlationLookback(), data.correlationMinObservations())
                .withHighThreshold(data.correlationThreshold());
    }
}
