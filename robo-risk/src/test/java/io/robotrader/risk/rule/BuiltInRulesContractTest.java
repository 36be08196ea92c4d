package io.robotrader.risk.rule;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.kit.RiskRuleContract;
import java.util.Set;
import net.jqwik.api.Group;

/** The kit, run against the built-in rules whose numbers depend on the order or the book. */
@SuppressWarnings("ClassCanBeStatic") // jqwik runs groups that are inner classes
class BuiltInRulesContractTest {

    abstract static class BuiltIn extends RiskRuleContract {
        private final LimitKind kind;
        private final double bound;

        BuiltIn(LimitKind kind, double bound) {
            this.kind = kind;
            this.bound = bound;
        }

        @Override
        protected Limit limit() {
            return Limit.of(kind, bound);
        }

        @Override
        protected RiskRule rule() {
            return RiskRules.of(limit(), Set.of());
        }
    }

    @Group
    class OrderNotional extends BuiltIn {
        OrderNotional() {
            super(LimitKind.ORDER_NOTIONAL_LIMIT, 10_000);
        }
    }

    @Group
    class DailyNotional extends BuiltIn {
        DailyNotional() {
            super(LimitKind.DAILY_NOTIONAL_LIMIT, 10_000);
        }
    }

    @Group
    class PositionSize extends BuiltIn {
        PositionSize() {
            super(LimitKind.POSITION_SIZE_LIMIT, 0.2);
        }
    }

    @Group
    class SectorExposure extends BuiltIn {
        SectorExposure() {
            super(LimitKind.SECTOR_EXPOSURE_LIMIT, 0.3);
        }
    }

    @Group
    class Leverage extends BuiltIn {
        Leverage() {
            super(LimitKind.LEVERAGE_LIMIT, 2);
        }
    }

    @Group
    class Heat extends BuiltIn {
        Heat() {
            super(LimitKind.PORTFOLIO_HEAT_LIMIT, 0.06);
        }
    }

    @Group
    class Beta extends BuiltIn {
        Beta() {
            super(LimitKind.BETA_LIMIT, 1.2);
        }

        @Override
        protected boolean isMonotone() {
            return false;
        }
    }

    @Group
    class ValueAtRisk extends BuiltIn {
        ValueAtRisk() {
            super(LimitKind.VALUE_AT_RISK_LIMIT, 0.05);
        }

        @Override
        protected boolean isMonotone() {
            return false;
        }
    }

    @Group
    class BuyingPower extends BuiltIn {
        BuyingPower() {
            super(LimitKind.BUYING_POWER, 1);
        }
    }

    @Group
    class Correlation extends BuiltIn {
        Correlation() {
            super(LimitKind.CORRELATION_LIMIT, 0.7);
        }
    }

    @Group
    class DailyLoss extends BuiltIn {
        DailyLoss() {
            super(LimitKind.DAILY_LOSS_LIMIT, 0.005);
        }
    }

    @Group
    class Drawdown extends BuiltIn {
        Drawdown() {
            super(LimitKind.DRAWDOWN_LIMIT, 0.2);
        }
    }

    @Group
    class Volume extends BuiltIn {
        Volume() {
            super(LimitKind.VOLUME_LIMIT, 1_000_000);
        }
    }

    @Group
    class MarketCap extends BuiltIn {
        MarketCap() {
            super(LimitKind.MARKET_CAP_LIMIT, 1e9);
        }
    }

    @Group
    class StalePrice extends BuiltIn {
        StalePrice() {
            super(LimitKind.STALE_PRICE, 60);
        }
    }

    @Group
    class ALambdaOfTheUsersOwn extends RiskRuleContract {
        @Override
        protected Limit limit() {
            return Limit.custom("shares an order", 500, Unit.COUNT);
        }

        @Override
        protected RiskRule rule() {
            return (impact, account) -> impact.openingQuantity();
        }

        @Override
        protected void prepare(RiskGate gate) {
            gate.beginTradeDate();
        }
    }
}
