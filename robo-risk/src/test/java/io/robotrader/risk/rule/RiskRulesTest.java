package io.robotrader.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskLimitsBuilder;
import io.robotrader.risk.RiskPolicy;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built-in rules say where an account has just nothing left to divide by. */
class RiskRulesTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final OrderIntent ORDER = OrderIntent.market("1", "A", Side.BUY, 1);

    private static RiskGate gate(RiskPolicy policy, AccountSnapshot.Builder account) {
        RiskGate gate = RiskGate.builder().policy(policy).clock(() -> NOW).build();
        gate.update(account.market(MarketData.of("A", NOW, 100)).build());
        return gate;
    }

    private static RiskLimitsBuilder noLimits() {
        RiskLimitsBuilder limits = RiskLimits.builder();
        for (LimitKind kind : LimitKind.values()) {
            limits.off(kind);
        }
        return limits;
    }

    private static Violation refusal(RiskLimitsBuilder limits, AccountSnapshot.Builder account) {
        List<Violation> violations =
                gate(RiskPolicy.of(limits.build()), account).check(ORDER).violations();
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "POSITION_SIZE_LIMIT",
                "SECTOR_EXPOSURE_LIMIT",
                "LEVERAGE_LIMIT",
                "PORTFOLIO_HEAT_LIMIT",
                "BETA_LIMIT"
            })
    void a_fraction_of_an_equity_of_zero_is_not_known(LimitKind kind) {
        List<Double> seen = new ArrayList<>();
        RiskRule rule = RiskRules.of(Limit.of(kind, 1), Set.of());
        RiskPolicy policy = RiskPolicy.of(noLimits().build())
                .and(Limit.custom("seen", 1, Unit.RATIO), (impact, account) -> {
                    seen.add(rule.observe(impact, account));
                    return 0;
                });

        gate(policy, AccountSnapshot.builder(0)).explain(ORDER);

        assertThat(seen).isNotEmpty().containsOnly(Double.NaN);
    }

    @Test
    void a_loss_on_a_day_that_began_with_nothing_is_no_known_fraction() {
        AccountSnapshot.Builder account =
                AccountSnapshot.builder(9_900).startOfDayEquity(0).paidInToday(10_000);

        Violation refusal = refusal(noLimits().maxDailyLoss(0.05), account);

        assertThat(refusal.kind()).isEqualTo(LimitKind.UNKNOWN_DATA);
        assertThat(refusal.observed()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void a_buying_power_of_zero_is_overdrawn_without_bound_whatever_its_sign(double nothing) {
        Violation refusal = refusal(
                noLimits().maxBuyingPowerUse(1), AccountSnapshot.builder(10_000).buyingPower(nothing));

        assertThat(refusal).hasToString("BUYING_POWER: without bound is above 100.00 %");
    }

    @Test
    void a_restricted_symbol_is_refused_in_words_and_not_in_numbers() {
        Violation refusal = refusal(noLimits().restricted(Set.of("A")), AccountSnapshot.builder(10_000));

        assertThat(refusal).hasToString("RESTRICTED_SYMBOL: is so, and must not be");
    }
}
