package io.robotrader.risk.heat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.rule.CorrelationLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is lost if every protective stop is hit, as a fraction of the equity, and who adds how much to it.
 *
 * <p>The plain heat is the sum over positions and over the opening part of working orders. The correlation-adjusted one
 * is sqrt(r' C r), where r are the same risks with a sign, long positive and short negative, and C their correlations:
 * the plain heat if all move as one, less the less they do. It is never above the plain heat. What is not known adds
 * risk: an unknown correlation counts as that of two equal bets, and a working order hedges nothing until it is filled.
 *
 * <p>What each adds to the adjusted heat is its risk times the slope of the whole in it (Euler's theorem for homogeneous
 * functions), so that the parts add up to the whole. Immutable and thread-safe.
 */
public final class PortfolioHeat {

    // Where risks cancel out exactly, rounding leaves a little on either side of zero.
    private static final double ROUNDING = 1e-12;

    private final Estimate plain;
    private final Estimate adjusted;
    private final List<HeatContribution> contributions;
    private final int unknownPairs;
    private final boolean consistent;

    private PortfolioHeat(
            Estimate plain,
            Estimate adjusted,
            List<HeatContribution> contributions,
            int unknownPairs,
            boolean consistent) {
        this.plain = plain;
        this.adjusted = adjusted;
        this.contributions = List.copyOf(contributions);
        this.unknownPairs = unknownPairs;
        this.consistent = consistent;
    }

    /**
     * Works out the heat of an account.
     *
     * @param account cash, positions with their stops, and market data
     * @param working the orders under way with what is left of them, in the order in which they were sent: per symbol and
     *     side, the earlier ones are taken to reduce the position and the later ones to open
     * @param distance what to assume where there is no stop
     * @param correlations where correlations are to be had
     * @return the heat; without numbers, but with a reason, if a price is missing or no equity is left
     */
    public static PortfolioHeat of(
            AccountSnapshot account,
            Collection<OrderIntent> working,
            StopDistance distance,
            CorrelationLookup correlations) {
        List<OpenRisk> risks = OpenRisk.all(account, working, distance);
        for (OpenRisk risk : risks) {
            if (Double.isNaN(risk.risk())) {
                return unknown("no price is known for " + risk.symbol());
            }
        }
        OptionalDouble equity = account.equity();
        double total = risks.stream().mapToDouble(OpenRisk::risk).sum();
        if (equity.isPresent() && equity.getAsDouble() <= 0) {
            return unknown("no equity is left: " + equity.getAsDouble());
        }
        double heat = total / equity.orElse(Double.NaN);
        return Double.isFinite(heat)
                ? known(risks, total, heat, new SignedCorrelations(risks, correlations))
                : unknown("the sums are too large for a number");
    }

    private static PortfolioHeat known(
            List<OpenRisk> risks, double total, double heat, SignedCorrelations correlations) {
        double[] shares = risks.stream()
                .mapToDouble(risk -> total > 0 ? risk.risk() / total : 0)
                .toArray();
        double[] slopes = correlations.times(shares);
        double square = 0;
        for (int i = 0; i < shares.length; i++) {
            square += shares[i] * slopes[i];
        }
        double ratio = Math.min(1, Math.sqrt(Math.max(0, square)));
        List<HeatContribution> contributions = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            double adjusted = ratio > 0 ? heat * shares[i] * slopes[i] / ratio : 0;
            contributions.add(risks.get(i).contribution(heat * shares[i], adjusted));
        }
        return new PortfolioHeat(
                Estimate.of(heat),
                Estimate.of(heat * ratio),
                contributions,
                correlations.unknownPairs(),
                square >= -ROUNDING);
    }

    private static PortfolioHeat unknown(String reason) {
        return new PortfolioHeat(Estimate.unknown(reason), Estimate.unknown(reason), List.of(), 0, true);
    }

    /** {@return the sum of the risks as a fraction of the equity, zero or positive; unknown with its reason} */
    public Estimate plain() {
        return plain;
    }

    /** {@return the correlation-adjusted heat, from zero to the plain heat; unknown with the same reason} */
    public Estimate adjusted() {
        return adjusted;
    }

    /**
     * {@return what each position, by symbol, and then each working order that opens, adds; with what its stop's
     * distance was taken from. Unmodifiable; empty if the heat is not known}
     */
    public List<HeatContribution> contributions() {
        return contributions;
    }

    /** {@return the positions and orders that are at their stop or beyond it, unmodifiable} */
    public List<HeatContribution> breached() {
        return contributions.stream().filter(HeatContribution::isBreached).toList();
    }

    /** {@return those that have no stop, so that its distance had to be assumed, unmodifiable} */
    public List<HeatContribution> withoutStop() {
        return contributions.stream()
                .filter(contribution -> contribution.basis() != StopBasis.STOP)
                .toList();
    }

    /** {@return how many pairs of contributions were taken to move as one because their correlation is not known} */
    public int unknownPairs() {
        return unknownPairs;
    }

    /**
     * {@return false if the correlations contradict each other, as when each of three is said to move against both
     * others, so that the risk came out below zero and the adjusted heat was set to zero: trust the plain heat then}
     */
    public boolean isConsistent() {
        return consistent;
    }

    @Override
    public String toString() {
        return "PortfolioHeat[plain=" + plain + ", adjusted=" + adjusted + ", contributions=" + contributions + "]";
    }
}
