package io.robotrader.risk;

import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Limit;
import java.util.Optional;

/**
 * Finds the largest order that a policy admits.
 *
 * <p>As a function of the shares, the number of nearly every rule is a straight line once the order is large: a constant,
 * or so much a share. Two points give the line, the line gives the lot at which it meets the bound, and two more looks
 * confirm that this lot passes and the next does not. Where they do not, the next line goes through the last two points: a
 * curve that bends upwards, such as value at risk, is met from above in a few steps. What is no such curve (a rule of the
 * user's own that goes in steps) is halved. Rules must be monotone in the quantity from some quantity on.
 */
final class LargestOrder {

    // Beyond the largest order that there can be, where the straight part surely is.
    private static final long FAR = 1L << 40;

    // Twice as many shares as this still fit.
    private static final long MOST_SHARES = 1L << 60;

    private static final int MOST_LINES = 12;

    private final RiskPolicy policy;
    private final AccountView account;
    private final Assessment impact;
    private final long lot;
    private final long far;

    private LargestOrder(RiskPolicy policy, AccountView account, Assessment impact) {
        this.policy = policy;
        this.account = account;
        this.impact = impact;
        this.lot = impact.instrument().lotSize();
        this.far = Math.max(1, Math.min(FAR, MOST_SHARES / lot));
    }

    /** The assessment must be of the order in question; it is left at the quantity that was found. */
    static MaxQuantity find(RiskPolicy policy, AccountView account, Assessment impact) {
        return new LargestOrder(policy, account, impact).find();
    }

    private MaxQuantity find() {
        long lots = Math.max(0, (OrderIntent.MAX_QUANTITY - impact.reducible()) / lot);
        int binding = -1;
        for (int i = 0; i < policy.size() && lots > 0; i++) {
            long allowed = lots(i, lots);
            if (allowed < lots) {
                lots = allowed;
                binding = i;
            }
        }
        // A rule may refuse what another one left: the one against repeating an order refuses as many quantities as it
        // remembers, and beta refuses few shares and admits more where they hedge.
        int refusing = lots > 0 ? refusing(lots) : -1;
        for (int i = 0; i < RecentOrders.MOST && refusing >= 0; i++) {
            binding = refusing;
            lots--;
            refusing = lots > 0 ? refusing(lots) : -1;
        }
        if (refusing >= 0) {
            lots = 0;
            binding = refusing(1);
        }
        impact.resize(Math.min(OrderIntent.MAX_QUANTITY, impact.reducible() + lots * lot));
        return new MaxQuantity(impact.quantity(), binding < 0 ? Optional.empty() : Optional.of(policy.limit(binding)));
    }

    private int refusing(long lots) {
        for (int i = 0; i < policy.size(); i++) {
            if (!admits(i, lots)) {
                return i;
            }
        }
        return -1;
    }

    private long lots(int rule, long atMost) {
        double seen = observe(rule, far);
        double near = -policy.limit(rule).headroom(seen);
        double farther = policy.isFlat(rule) ? near : excess(rule, 2 * far);
        if (near == farther) { // a constant, or the last of some steps
            return policy.limit(rule).admits(seen) ? atMost : halve(rule, 0, atMost + 1, atMost);
        }
        if (farther < near) { // the more shares, the better
            return admits(rule, atMost) ? atMost : 0;
        }
        return followLine(rule, near, (farther - near) / far, atMost);
    }

    private long followLine(int rule, double excessFar, double slopeFar, long atMost) {
        long refused = atMost + 1;
        double from = far;
        double excess = excessFar;
        double slope = slopeFar;
        for (int i = 0; i < MOST_LINES && slope > 0; i++) {
            double meets = from - (excess - slack(rule)) / slope;
            long guess = meets >= atMost ? atMost : meets > 0 ? (long) meets : 0;
            boolean passes = guess == 0 || admits(rule, guess);
            if (passes && (guess == atMost || !admits(rule, guess + 1))) {
                return guess;
            }
            if (passes) {
                return halve(rule, guess + 1, refused, atMost);
            }
            refused = guess;
            double there = excess(rule, guess);
            slope = (excess - there) / (from - guess);
            from = guess;
            excess = there;
        }
        return halve(rule, 0, refused, atMost);
    }

    /** Halves what is between a quantity that passes, or nothing, and one that is refused, or one more than can be. */
    private long halve(int rule, long passing, long refusedFrom, long atMost) {
        long passes = passing;
        long refused = refusedFrom;
        if (refused > atMost && admits(rule, atMost)) {
            return atMost;
        }
        if (passes == 0 && !admits(rule, 1)) {
            return 0;
        }
        while (refused - passes > 1) {
            long middle = passes + (refused - passes) / 2;
            if (admits(rule, middle)) {
                passes = middle;
            } else {
                refused = middle;
            }
        }
        return passes;
    }

    private double slack(int rule) {
        return Limit.TOLERANCE * Math.abs(policy.limit(rule).bound());
    }

    private double excess(int rule, long lots) {
        return -policy.limit(rule).headroom(observe(rule, lots));
    }

    private boolean admits(int rule, long lots) {
        return policy.limit(rule).admits(observe(rule, lots));
    }

    private double observe(int rule, long lots) {
        long quantity = impact.reducible() + lots * lot;
        if (quantity != impact.quantity()) {
            impact.resize(quantity);
        }
        return policy.observe(rule, impact, account);
    }
}
