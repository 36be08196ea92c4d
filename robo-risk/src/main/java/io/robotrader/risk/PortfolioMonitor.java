package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.internal.BadDay;
import io.robotrader.risk.rule.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the positions alone, symbol by symbol. Runs under the gate's lock. */
final class PortfolioMonitor {

    private final LiveAccount account;
    private final Map<String, Double> symbols = new TreeMap<>();
    private final Map<String, Double> sectors = new TreeMap<>();
    private double gross;
    private double risk;
    private double beta;
    private double residualVariance;

    private PortfolioMonitor(LiveAccount account) {
        this.account = account;
    }

    static PortfolioReport look(LiveAccount account, RiskPolicy policy) {
        PortfolioMonitor monitor = new PortfolioMonitor(account);
        account.sums().open.forEach(holding -> monitor.add(holding, policy.stopDistance()));
        List<PortfolioReport.Item> items = new ArrayList<>();
        policy.limits().forEach(limit -> monitor.compare(limit, items));
        double deviation = monitor.dailyDeviation();
        return new PortfolioReport(
                items,
                OrderTailRisk.known(BadDay.valueAtRisk(deviation)),
                OrderTailRisk.known(BadDay.expectedShortfall(deviation)));
    }

    private void add(Holding holding, StopDistance distance) {
        if (holding.quantity == 0) {
            return;
        }
        double exposure = holding.quantity * holding.mark;
        symbols.put(holding.instrument.symbol(), Math.abs(exposure));
        sectors.merge(holding.instrument.sector(), Math.abs(exposure), Double::sum);
        gross += Math.abs(exposure);
        risk += holding.positionRisk(distance);
        beta += exposure * holding.beta;
        double own = exposure * holding.residualVolatility(account.marketVolatility());
        residualVariance += own * own;
    }

    /** By the single-index model, as {@link io.robotrader.risk.rule.RiskRules#dailyDeviation}, but of the positions alone. */
    private double dailyDeviation() {
        double market = beta * account.marketVolatility();
        return symbols.isEmpty() ? 0 : Math.sqrt(market * market + residualVariance);
    }

    private void compare(Limit limit, List<PortfolioReport.Item> items) {
        double start = account.startOfDayEquity();
        switch (limit.kind()) {
            case DAILY_LOSS_LIMIT -> add(items, limit, start > 0 ? -account.dailyPnl() / start : Double.NaN);
            case DRAWDOWN_LIMIT -> add(items, limit, account.drawdown());
            case LOSS_STREAK -> add(items, limit, account.lossStreak());
            case LEVERAGE_LIMIT -> add(items, limit, ofEquity(gross));
            case PORTFOLIO_HEAT_LIMIT -> add(items, limit, ofEquity(risk));
            case BETA_LIMIT -> add(items, limit, ofEquity(Math.abs(beta)));
            case VALUE_AT_RISK_LIMIT -> add(items, limit, ofEquity(BadDay.valueAtRisk(dailyDeviation())));
            case POSITION_COUNT_LIMIT -> add(items, limit, symbols.size());
            case POSITION_SIZE_LIMIT -> add(items, limit, symbols);
            case SECTOR_EXPOSURE_LIMIT -> add(items, limit, sectors);
            default -> {
                // About an order or about facts of its symbol.
            }
        }
    }

    private static void add(List<PortfolioReport.Item> items, Limit limit, double observed) {
        items.add(PortfolioReport.Item.of(limit, "", observed));
    }

    private void add(List<PortfolioReport.Item> items, Limit limit, Map<String, Double> exposures) {
        exposures.forEach(
                (subject, exposure) -> items.add(PortfolioReport.Item.of(limit, subject, ofEquity(exposure))));
    }

    private double ofEquity(double money) {
        double equity = account.equity();
        if (equity <= 0 && money > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return equity > 0 ? money / equity : Double.NaN;
    }
}
