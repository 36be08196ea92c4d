package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.List;

/**
 * How prices are rounded.
 *
 * @param ruleId the number of the rule
 * @param steps the steps, the one of the lowest prices first
 */
public record MarketRule(int ruleId, List<MarketRule.Step> steps) implements ContractMessage {

    static final MarketRule BLANK = new MarketRule(0, List.of());

    /** Takes a copy of the list. */
    public MarketRule {
        steps = List.copyOf(steps);
    }

    @Override
    public int id() {
        return 93;
    }

    @Override
    public MarketRule layout(Fields f) {
        return new MarketRule(f.integer("ruleId", ruleId), f.list("stepCount", steps, Step.BLANK, Step::layout));
    }

    /**
     * From a price on, prices are multiples of a step.
     *
     * @param from the price
     * @param increment the step
     */
    public record Step(BigDecimal from, BigDecimal increment) {

        static final Step BLANK = new Step(BigDecimal.ZERO, BigDecimal.ZERO);

        static Step layout(Fields f, Step step) {
            return new Step(f.decimal("from", step.from), f.decimal("increment", step.increment));
        }
    }
}
