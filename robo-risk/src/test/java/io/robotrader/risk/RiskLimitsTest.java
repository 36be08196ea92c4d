package io.robotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.rule.LimitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskLimitsTest {

    @Test
    void the_defaults_are_on() {
        assertThat(RiskLimits.defaults().bounds())
                .containsEntry(LimitKind.BUYING_POWER, 1.0)
                .containsEntry(LimitKind.DAILY_LOSS_LIMIT, 0.005)
                .containsEntry(LimitKind.DRAWDOWN_LIMIT, 0.20)
                .containsEntry(LimitKind.DAILY_TRADE_LIMIT, 100.0)
                .containsEntry(LimitKind.ORDER_RATE, 60.0)
                .containsEntry(LimitKind.DUPLICATE_ORDER, 1.0)
                .containsEntry(LimitKind.SHORT_SELLING, 0.0)
                .containsEntry(LimitKind.STALE_PRICE, 60.0)
                .containsEntry(LimitKind.PRICE_COLLAR, 0.10)
                .containsEntry(LimitKind.VOLUME_LIMIT, 1e6)
                .containsEntry(LimitKind.MARKET_CAP_LIMIT, 1e9)
                .containsEntry(LimitKind.ORDER_NOTIONAL_LIMIT, 10_000.0)
                .containsEntry(LimitKind.DAILY_NOTIONAL_LIMIT, 100_000.0)
                .containsEntry(LimitKind.POSITION_SIZE_LIMIT, 0.20)
                .containsEntry(LimitKind.SECTOR_EXPOSURE_LIMIT, 0.30)
                .containsEntry(LimitKind.LEVERAGE_LIMIT, 2.0)
                .containsEntry(LimitKind.POSITION_COUNT_LIMIT, 20.0)
                .containsEntry(LimitKind.CORRELATION_LIMIT, 0.7)
                .containsEntry(LimitKind.PORTFOLIO_HEAT_LIMIT, 0.06)
                .containsEntry(LimitKind.BETA_LIMIT, 1.2)
                .hasSize(20)
                .doesNotContainKeys(
                        LimitKind.LOSS_STREAK,
                        LimitKind.RESTRICTED_SYMBOL,
                        LimitKind.OUTSIDE_SESSION,
                        LimitKind.VALUE_AT_RISK_LIMIT);
        assertThat(RiskLimits.builder().build())
                .isEqualTo(RiskLimits.defaults())
                .hasSameHashCodeAs(RiskLimits.defaults())
                .hasToString(RiskLimits.defaults().toString());
    }

    @Test
    void switching_off_takes_a_word_and_changes_no_other_limits() {
        RiskLimitsBuilder builder = RiskLimits.builder();
        RiskLimits before = builder.build();

        RiskLimits after = builder.off(LimitKind.BUYING_POWER).build();

        assertThat(after.bound(LimitKind.BUYING_POWER)).isEmpty();
        assertThat(before.bound(LimitKind.BUYING_POWER)).hasValue(1.0);
        assertThat(after).isNotEqualTo(before);
        assertThat(after.bounds()).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1.1})
    void a_fraction_out_of_its_range_is_refused(double fraction) {
        RiskLimitsBuilder builder = RiskLimits.builder();

        assertThatThrownBy(() -> builder.maxDailyLoss(fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDailyLoss must be a fraction in (0, 1], but was " + fraction);
        assertThatThrownBy(() -> builder.maxPortfolioHeat(fraction)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxBuyingPowerUse(fraction)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_bound_that_is_not_positive_is_refused(double bound) {
        RiskLimitsBuilder builder = RiskLimits.builder();

        assertThatThrownBy(() -> builder.maxOrderNotional(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxOrderNotional must be positive and finite, but was " + bound);
        assertThatThrownBy(() -> builder.maxSymbolExposure(bound)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_negative_count_is_refused() {
        RiskLimitsBuilder builder = RiskLimits.builder();

        assertThatThrownBy(() -> builder.maxOpenPositions(-1))
                .hasMessage("maxOpenPositions must be at least 0, but was -1");
    }
}
