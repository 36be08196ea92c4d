package io.robotrader.risk;

import org.jspecify.annotations.Nullable;

/**
 * How old the marks of all that is open are. Keeps two bounds between which they all lie, and looks at each mark only where
 * the bounds do not settle the question: while prices flow, that is once in as long as a mark may be old. Guarded by the
 * gate's lock.
 */
final class Marks {

    private final Sums sums;
    private long oldest;
    private long newest;

    Marks(Sums sums) {
        this.sums = sums;
        look();
    }

    /** Widens the bounds by a symbol that has changed. */
    void note(Holding holding) {
        if (holding.isOpen() && holding.marked != null) {
            oldest = Math.min(oldest, holding.markedMillis);
            newest = Math.max(newest, holding.markedMillis);
        }
    }

    /** Makes the bounds exact: forgets the marks that were replaced, and those of what is closed. */
    void look() {
        oldest = Long.MAX_VALUE;
        newest = Long.MIN_VALUE;
        // By index, as an iterator would be an allocation on the way to an approval.
        for (int i = 0; i < sums.open.size(); i++) {
            note(sums.open.get(i));
        }
    }

    /** What {@link io.robotrader.risk.account.AccountView#oldestMarkAgeSeconds} tells, if all that is open has a mark. */
    double ageSeconds(long now, double enough) {
        if (sums.open.isEmpty()) {
            return 0;
        }
        double atMost = ageSeconds(now);
        if (atMost <= enough) {
            return atMost;
        }
        look();
        return ageSeconds(now);
    }

    private double ageSeconds(long now) {
        return Math.max((double) now - oldest, (double) newest - now) / 1000;
    }

    /** What is open and has no mark, or else the one whose mark is farthest from now; null if nothing is open. */
    @Nullable
    Holding stalest(long now) {
        Holding stalest = null;
        for (Holding holding : sums.open) {
            if (holding.marked == null) {
                return holding;
            }
            if (stalest == null || holding.markAgeSeconds(now) > stalest.markAgeSeconds(now)) {
                stalest = holding;
            }
        }
        return stalest;
    }
}
