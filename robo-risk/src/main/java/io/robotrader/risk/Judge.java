package io.robotrader.risk;

import io.robotrader.risk.RiskDecision.Approved;
import io.robotrader.risk.RiskDecision.Rejected;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.RiskRules;
import io.robotrader.risk.rule.SessionLookup;
import io.robotrader.risk.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Answers every question about one order. Changes nothing but the assessment, and runs under the gate's lock. */
final class Judge {

    private final LiveAccount account;
    private final Reservations reservations;
    private final DayCounts day;
    private final InstantSource clock;
    private final @Nullable SessionLookup session;
    private final @Nullable KillSwitch killSwitch;
    private final Assessment assessment = new Assessment();

    Judge(LiveAccount account, Reservations reservations, DayCounts day, RiskGateBuilder builder) {
        this.account = account;
        this.reservations = reservations;
        this.day = day;
        this.clock = builder.clock;
        this.session = builder.session;
        this.killSwitch = builder.killSwitch;
    }

    /** What the order that was judged last would do; an order in an unknown symbol leaves the one before. */
    Assessment assessment() {
        return assessment;
    }

    RiskDecision judge(OrderIntent order, RiskPolicy policy) {
        Holding holding = account.holding(order.symbol());
        if (holding == null) {
            return new Rejected(List.of(
                    Violation.of(LimitKind.INVALID_ORDER, "no market data has come for symbol " + order.symbol())));
        }
        assess(order, holding, policy);
        List<Violation> found = null;
        if (reservations.has(order.id())) {
            found = Sanity.add(
                    found, LimitKind.DUPLICATE_ORDER, "an order with id " + order.id() + " was sent already");
        }
        if (assessment.openingQuantity() > 0) {
            found = judgeOpening(policy, found);
        }
        return found == null ? Approved.APPROVED : new Rejected(found);
    }

    Explanation explain(OrderIntent order, RiskPolicy policy) {
        account.marks().look();
        RiskDecision decision = judge(order, policy);
        Holding holding = account.holding(order.symbol());
        if (holding == null || assessment.openingQuantity() == 0) {
            return new Explanation(order, 0, decision, List.of());
        }
        List<LimitCheck> checks = new ArrayList<>(policy.size());
        for (int i = 0; i < policy.size(); i++) {
            checks.add(look(policy.limit(i), policy.observe(i, assessment, account), holding));
        }
        return new Explanation(order, assessment.openingQuantity(), decision, checks);
    }

    MaxQuantity maxQuantity(OrderIntent order, RiskPolicy policy) {
        Holding holding = account.holding(order.symbol());
        if (holding == null || reservations.has(order.id())) {
            return new MaxQuantity(0, Optional.empty());
        }
        assess(order, holding, policy);
        long reducible = assessment.reducible();
        assessment.resize(reducible + holding.instrument.lotSize());
        // Equity that is not known is left to the limits that need it.
        boolean ruined = account.equity() <= 0;
        return mayOpen() && !ruined && Sanity.check(assessment, null) == null
                ? LargestOrder.find(policy, account, assessment)
                : new MaxQuantity(Math.min(reducible, OrderIntent.MAX_QUANTITY), Optional.empty());
    }

    OrderTailRisk tailRisk(OrderIntent order, RiskPolicy policy) {
        Holding holding = account.holding(order.symbol());
        if (holding == null) {
            return OrderTailRisk.of(Double.NaN, Double.NaN);
        }
        assess(order, holding, policy);
        double after = RiskRules.dailyDeviation(assessment, account);
        assessment.resize(0);
        return OrderTailRisk.of(RiskRules.dailyDeviation(assessment, account), after);
    }

    /** What an order would do, whatever is known of its symbol. */
    Assessment assess(OrderIntent order, RiskPolicy policy) {
        assess(order, account.holdingOf(order.symbol()), policy);
        return assessment;
    }

    private void assess(OrderIntent order, Holding holding, RiskPolicy policy) {
        day.now = clock.millis();
        assessment.assess(order, holding, policy.stopDistance(), account.marketVolatility(), session, day.now);
    }

    private boolean mayOpen() {
        return killSwitch == null || killSwitch.level().mayOpen();
    }

    private @Nullable List<Violation> judgeOpening(RiskPolicy policy, @Nullable List<Violation> before) {
        List<Violation> found = Sanity.check(assessment, before);
        if (!mayOpen()) {
            found = Sanity.add(found, LimitKind.HALTED, "the kill switch lets only exits through");
        }
        double equity = account.equity();
        if (equity <= 0) {
            return Sanity.add(found, LimitKind.BUYING_POWER, "no equity is left: " + equity);
        }
        found = policy.judge(assessment, account, found);
        if (found != null) {
            found.replaceAll(this::withSymbol);
        }
        long others = assessment.reducedByOthers();
        if (found != null && others > 0) {
            String hint = " shares are being closed by working orders already; cancel them to close with this one";
            found = Sanity.add(found, LimitKind.DUPLICATE_ORDER, others + hint);
        }
        return found;
    }

    private LimitCheck look(Limit limit, double observed, Holding holding) {
        // Looked for only where it is told, as it looks through the positions.
        Optional<Holding> stalest = limit.kind() == LimitKind.STALE_PRICE ? Optional.of(stalest()) : Optional.empty();
        Optional<Duration> age = switch (limit.kind()) {
            case VOLUME_LIMIT, MARKET_CAP_LIMIT, BETA_LIMIT, VALUE_AT_RISK_LIMIT -> age(holding.factsTime);
            case DAILY_TRADE_LIMIT, ORDER_RATE, DUPLICATE_ORDER, RESTRICTED_SYMBOL, OUTSIDE_SESSION, LOSS_STREAK ->
                Optional.empty();
            case STALE_PRICE -> stalest.flatMap(symbol -> age(symbol.marked));
            default -> age(holding.marked);
        };
        OptionalDouble known = Double.isFinite(observed) ? OptionalDouble.of(observed) : OptionalDouble.empty();
        Optional<String> dataSymbol = stalest.map(symbol -> symbol.instrument.symbol());
        return new LimitCheck(limit, known, limit.admits(observed), age, dataSymbol);
    }

    /** Says whose mark it is that is stale; what a rule of the user's own has found is left as it is. */
    private Violation withSymbol(Violation violation) {
        Limit limit = violation.limit();
        if (limit.kind() != LimitKind.STALE_PRICE) {
            return violation;
        }
        Holding stalest = stalest();
        double seconds = stalest.markAgeSeconds(day.now);
        if (Double.compare(violation.observed(), seconds) != 0) {
            return violation;
        }
        String symbol = stalest.instrument.symbol();
        String detail = Double.isNaN(seconds)
                ? "no mark is known for " + symbol
                : limit.unit().format(seconds) + " is above " + limit.unit().format(limit.bound()) + ", the mark of "
                        + symbol + (stalest.markedMillis > day.now ? ", from the future" : "");
        return new Violation(limit, violation.observed(), detail);
    }

    /** Of the order's own symbol and all that is open: the one without a mark, or whose mark is farthest from now. */
    private Holding stalest() {
        Holding own = assessment.holding();
        Holding open = account.marks().stalest(day.now);
        if (open == null || own.marked == null) {
            return own;
        }
        // Written so that one without a mark, whose age is no number, is the one.
        return own.markAgeSeconds(day.now) >= open.markAgeSeconds(day.now) ? own : open;
    }

    private Optional<Duration> age(@Nullable Instant time) {
        return Optional.ofNullable(time).map(then -> Duration.between(then, Instant.ofEpochMilli(day.now)));
    }
}
