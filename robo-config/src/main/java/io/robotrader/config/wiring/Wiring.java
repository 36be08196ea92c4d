package io.robotrader.config.wiring;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskLimitsBuilder;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.sizing.PositionSizer;
import io.robotrader.risk.sizing.PositionSizers;
import java.util.function.Consumer;

/** Builds what the settings describe, one to one. The settings are taken to be within their bounds. */
public final class Wiring {

    private Wiring() {}

    /**
     * The limits of the risk section, and the whole buying power. A cap that is off is a limit that is off, and so is a limit
     * for which there is no setting.
     *
     * @param risk the section
     * @return the limits
     */
    public static RiskLimits limits(RiskConfig risk) {
        RiskLimitsBuilder limits = RiskLimits.none().toBuilder()
                .maxBuyingPowerUse(1.0)
                .stopDistance(new StopDistance(risk.atrRiskFactor(), risk.stopLossPct()));
        set(limits, LimitKind.DAILY_LOSS_LIMIT, risk.maxDailyLossPct(), limits::maxDailyLoss);
        set(limits, LimitKind.POSITION_SIZE_LIMIT, risk.maxSymbolExposurePct(), limits::maxSymbolExposure);
        set(limits, LimitKind.POSITION_COUNT_LIMIT, risk.maxOpenPositions(), limits::maxOpenPositions);
        set(limits, LimitKind.PORTFOLIO_HEAT_LIMIT, risk.maxPortfolioHeatPct(), limits::maxPortfolioHeat);
        set(limits, LimitKind.CORRELATION_LIMIT, risk.correlationLimit(), limits::maxCorrelation);
        set(
                limits,
                LimitKind.ORDER_NOTIONAL_LIMIT,
                risk.maxOrderNotional(),
                notional -> limits.maxOrderNotional(notional.doubleValue()));
        return limits.build();
    }

    /**
     * The sizer of the risk section.
     *
     * @param risk the section
     * @return the sizer
     */
    public static PositionSizer sizer(RiskConfig risk) {
        return switch (risk.positionSizingMethod()) {
            case FIXED -> PositionSizers.fixedFraction(risk.maxPositionPct());
            case ATR -> PositionSizers.atr(risk.maxPositionPct(), risk.atrRiskFactor());
        };
    }

    /**
     * How correlations are worked out.
     *
     * @param data the data section
     * @return the settings of a correlation tracker
     */
    public static CorrelationSettings correlation(DataConfig data) {
        return CorrelationSettings.defaults().withWindow(data.correlationLookback(), data.correlationMinObservations());
    }

    private static <T extends Number> void set(
            RiskLimitsBuilder limits, LimitKind kind, Cap<T> cap, Consumer<T> setter) {
        cap.limit().ifPresentOrElse(setter, () -> limits.off(kind));
    }
}
