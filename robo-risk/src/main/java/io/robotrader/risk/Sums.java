package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sums over all symbols: each symbol is added with what it gives now, and taken off with what it gave before. */
final class Sums {

    // Taking a very large number off a sum leaves its rounding behind, and taking off infinity leaves NaN: after a
    // sum has shrunk this much it is added up afresh.
    private static final double SHRINKAGE = 16;

    /** The holdings that are open, in no order: each knows its place, so that it leaves by swapping with the last. */
    final List<Holding> open = new ArrayList<>();

    /**
     * Numbers and directions of the open holdings, place by place, for the one loop over positions that there is. A
     * direction that may be either is NaN here.
     */
    int[] openIds = new int[16];

    double[] openDirections = new double[16];

    double marketValue;
    double shortValue;
    double gross;
    double risk;
    double reserved;
    double betaExposure;
    double residualVariance;
    private double mostMoney;
    private double mostBeta;
    private double mostVariance;
    int counted;
    int unmarkedPositions;
    int unmarkedOrders;
    int withoutBeta;
    int withoutVolatility;

    void add(Holding holding, StopDistance distance, double marketVolatility) {
        count(holding, 1, distance, marketVolatility);
    }

    void take(Holding holding, StopDistance distance, double marketVolatility) {
        count(holding, -1, distance, marketVolatility);
    }

    /** Whether rounding may have hurt a sum, since it was far larger than it is, or is no number any more. */
    boolean isHurt() {
        mostMoney = Math.max(mostMoney, gross + risk + reserved);
        mostBeta = Math.max(mostBeta, Math.abs(betaExposure));
        mostVariance = Math.max(mostVariance, residualVariance);
        // Beta exposure may come near zero by hedging, so it is held against the money that it is made of. Written so
        // that NaN, too, leads to adding up afresh.
        boolean sound = gross + risk + reserved >= mostMoney / SHRINKAGE
                && Math.abs(betaExposure) + gross >= mostBeta / SHRINKAGE
                && residualVariance >= mostVariance / SHRINKAGE;
        return !(sound && mostMoney + mostBeta + mostVariance < Double.POSITIVE_INFINITY);
    }

    void clear() {
        mostMoney = 0;
        mostBeta = 0;
        mostVariance = 0;
        open.clear();
        marketValue = 0;
        shortValue = 0;
        gross = 0;
        risk = 0;
        reserved = 0;
        betaExposure = 0;
        residualVariance = 0;
        counted = 0;
        unmarkedPositions = 0;
        unmarkedOrders = 0;
        withoutBeta = 0;
        withoutVolatility = 0;
    }

    private void count(Holding holding, int sign, StopDistance distance, double marketVolatility) {
        if (!holding.isOpen() && holding.worstQuantity() == 0) {
            return;
        }
        counted += sign;
        if (holding.isOpen()) {
            list(holding, sign);
        }
        if (Double.isNaN(holding.mark)) {
            unmarkedPositions += holding.quantity != 0 ? sign : 0;
            unmarkedOrders += holding.workingOpening > 0 ? sign : 0;
            return;
        }
        double exposure = holding.signedExposure();
        reserved += sign * holding.workingNotional;
        marketValue += sign * holding.quantity * holding.mark;
        shortValue += sign * Math.max(0, -holding.quantity) * holding.mark;
        gross += sign * Math.abs(exposure);
        holding.sector.exposure += sign * Math.abs(exposure);
        risk += sign * (holding.workingRisk + holding.positionRisk(distance));
        countMarketRisk(holding, sign, exposure, marketVolatility);
    }

    private void countMarketRisk(Holding holding, int sign, double exposure, double marketVolatility) {
        if (Double.isNaN(holding.beta)) {
            withoutBeta += sign;
        } else {
            betaExposure += sign * exposure * holding.beta;
        }
        double own = exposure * holding.residualVolatility(marketVolatility);
        if (Double.isNaN(own)) {
            withoutVolatility += sign;
        } else {
            residualVariance += sign * own * own;
        }
    }

    private void list(Holding holding, int sign) {
        if (sign > 0) {
            open.add(holding);
            place(holding, open.size() - 1);
            return;
        }
        Holding last = open.remove(open.size() - 1);
        if (last != holding) {
            open.set(holding.place, last);
            place(last, holding.place);
        }
    }

    private void place(Holding holding, int place) {
        holding.place = place;
        if (place == openIds.length) {
            openIds = Arrays.copyOf(openIds, place * 2);
            openDirections = Arrays.copyOf(openDirections, place * 2);
        }
        openIds[place] = holding.id;
        double direction = holding.direction();
        openDirections[place] = direction == Holding.EITHER ? Double.NaN : direction;
    }
}
