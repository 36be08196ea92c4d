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
 * confirm that this lot passes and the next does not. Where they do not confirm it (a line only in the long run, such as
 * value at risk, or a rule of the user's own), the lot is searched for between one that passes and one that does not, by
 * interpolation with a halving in turn. Rules must be monotone in the quantity from some quantity on.
 */
final class LargestOrder {

    // Far beyond any order, where the straight part surely is, and still exact to a thousandth of a share.
    private static final long FAR = 1L << 38;

    private final RiskPolicy policy;
    private final AccountView account;
    private final Assessment impact;
    private final long lot;
    private final long most;

    private LargestOrder(RiskPolicy policy, AccountView account, Assessment impact) {
        this.policy = policy;
        this.account = account;
        this.impact = impact;
        this.lot = impact.instrument().lotSize();
        this.most = (OrderIntent.MAX_QUANTITY - impact.reducible()) / lot;
    }

    /** The assessment must be of the order in question; it is left at the quantity that was found. */
    static MaxQuantity find(RiskPolicy policy, AccountView account, Assessment impact) {
        LargestOrder search = new LargestOrder(policy, account, impact);
        long lots = search.most;
        Limit binding = null;
        for (int i = 0; i < policy.size(); i++) {
            long allowed = search.lots(i, lots);
            if (allowed < lots) {
                lots = allowed;
                binding = policy.limit(i);
            }
        }
        // A rule that refuses few shares and admits more, as beta does for a hedge, may refuse what another one left.
        for (int i = 0; i < policy.size() && lots > 0; i++) {
            if (!search.admits(i, lots)) {
                lots = 0;
                binding = policy.limit(i);
            }
        }
        impact.resize(impact.reducible() + lots * search.lot);
        return new MaxQuantity(impact.quantity(), Optional.ofNullable(binding));
    }

    private long lots(int rule, long atMost) {
        Limit limit = policy.limit(rule);
        double near = observe(rule, FAR);
        double far = observe(rule, 2 * FAR);
        if (near == far) {
            return limit.admits(near) ? atMost : 0;
        }
        if (far < near) { // more shares, less of what is limited
            return admits(rule, atMost) ? atMost : 0;
        }
        double perLot = (far - near) / FAR;
        double guess = FAR + (limit.bound() - near) / perLot;
        long lots = guess >= atMost ? atMost : guess > 0 ? (long) guess : 0;
        for (long candidate = lots; candidate <= lots + 1 && candidate >= 0; candidate++) {
            if (isLast(rule, candidate, atMost)) {
                return candidate;
            }
        }
        return search(rule, lots, atMost);
    }

    private boolean isLast(int rule, long lots, long atMost) {
        boolean passes = lots == 0 || admits(rule, lots);
        return passes && (lots >= atMost || !admits(rule, lots + 1));
    }

    private long search(int rule, long start, long atMost) {
        long passes = 0;
        long refused = atMost + 1;
        if (start > 0 && start <= atMost) {
            if (admits(rule, start)) {
                passes = start;
            } else {
                refused = start;
            }
        }
        if (refused > atMost && admits(rule, atMost)) {
            return atMost;
        }
        boolean halve = false;
        while (refused - passes > 1) {
            long middle = halve ? passes + (refused - passes) / 2 : interpolate(rule, passes, refused);
            halve = !halve;
            if (admits(rule, middle)) {
                passes = middle;
            } else {
                refused = middle;
            }
        }
        return passes;
    }

    private long interpolate(int rule, long passes, long refused) {
        double low = observe(rule, passes);
        double high = observe(rule, Math.min(refused, most));
        double share = (policy.limit(rule).bound() - low) / (high - low);
        long guess = passes + (long) ((refused - passes) * (share > 0 && share < 1 ? share : 0.5));
        return Math.max(passes + 1, Math.min(guess, refused - 1));
    }

    private boolean admits(int rule, long lots) {
        return policy.limit(rule).admits(observe(rule, lots));
    }

    private double observe(int rule, long lots) {
        impact.resize(impact.reducible() + lots * lot);
        return policy.observe(rule, impact, account);
    }
}
