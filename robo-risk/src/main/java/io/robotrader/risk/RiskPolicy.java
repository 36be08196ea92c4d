package io.robotrader.risk;

import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.LimitKind.Sense;
import io.robotrader.risk.rule.OrderImpact;
import io.robotrader.risk.rule.RiskRule;
import io.robotrader.risk.rule.RiskRules;
import io.robotrader.risk.rule.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limits with the rules that watch them, in the order in which they are asked.
 *
 * <p>Immutable and thread-safe, as far as the user's own rules are.
 */
public final class RiskPolicy {

    private final Check[] checks;
    private final StopDistance stopDistance;

    private RiskPolicy(Check[] checks, StopDistance stopDistance) {
        this.checks = checks;
        this.stopDistance = stopDistance;
    }

    /**
     * {@return the built-in rules for the limits that are on}
     *
     * @param limits the bounds
     */
    public static RiskPolicy of(RiskLimits limits) {
        Check[] checks = limits.bounds().entrySet().stream()
                .map(entry -> Limit.of(entry.getKey(), entry.getValue()))
                .map(limit -> new Check(limit, RiskRules.of(limit, limits.restricted()), isFlat(limit.kind())))
                .toArray(Check[]::new);
        return new RiskPolicy(checks, limits.stopDistance());
    }

    /**
     * {@return this policy and one more rule}
     *
     * @param limit what the rule's number may be
     * @param rule measures the number
     */
    public RiskPolicy and(Limit limit, RiskRule rule) {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(rule, "rule");
        Check[] more = Arrays.copyOf(checks, checks.length + 1);
        more[checks.length] = new Check(limit, rule, false);
        return new RiskPolicy(more, stopDistance);
    }

    /** {@return the limits in the order in which they are asked} */
    public List<Limit> limits() {
        return Arrays.stream(checks).map(Check::limit).toList();
    }

    StopDistance stopDistance() {
        return stopDistance;
    }

    int size() {
        return checks.length;
    }

    Limit limit(int index) {
        return checks[index].limit;
    }

    /** Whether a rule is known to give the same number for every quantity that opens something. */
    boolean isFlat(int index) {
        return checks[index].flat;
    }

    private static boolean isFlat(LimitKind kind) {
        return switch (kind) {
            case DAILY_LOSS_LIMIT,
                    DRAWDOWN_LIMIT,
                    LOSS_STREAK,
                    DAILY_TRADE_LIMIT,
                    ORDER_RATE,
                    RESTRICTED_SYMBOL,
                    OUTSIDE_SESSION,
                    STALE_PRICE,
                    PRICE_COLLAR,
                    VOLUME_LIMIT,
                    MARKET_CAP_LIMIT,
                    POSITION_COUNT_LIMIT,
                    CORRELATION_LIMIT -> true;
            default -> false;
        };
    }

    double observe(int index, OrderImpact impact, AccountView account) {
        return checks[index].rule.observe(impact, account);
    }

    /** Adds every limit that the order does not meet to the list, which is made when the first is found. */
    @Nullable
    List<Violation> judge(OrderImpact impact, AccountView account, @Nullable List<Violation> found) {
        for (Check check : checks) {
            double observed = check.rule.observe(impact, account);
            // What Limit.admits says, worked out beforehand; NaN passes neither comparison.
            if (!(observed >= check.least && observed <= check.most)) {
                found = found == null ? new ArrayList<>() : found;
                found.add(Violation.of(check.limit, observed));
            }
        }
        return found;
    }

    /** A limit, its rule, and the least and the most finite number that the limit admits. */
    private record Check(Limit limit, RiskRule rule, boolean flat, double least, double most) {

        Check(Limit limit, RiskRule rule, boolean flat) {
            this(limit, rule, flat, least(limit), most(limit));
        }

        private static double least(Limit limit) {
            return limit.sense() == Sense.AT_LEAST
                    ? Math.max(-Double.MAX_VALUE, limit.bound() - slack(limit))
                    : -Double.MAX_VALUE;
        }

        private static double most(Limit limit) {
            return switch (limit.sense()) {
                case AT_MOST -> Math.min(Double.MAX_VALUE, limit.bound() + slack(limit));
                case BELOW -> Math.nextDown(limit.bound() - slack(limit));
                case AT_LEAST -> Double.MAX_VALUE;
            };
        }

        private static double slack(Limit limit) {
            return Limit.TOLERANCE * Math.abs(limit.bound());
        }
    }
}
