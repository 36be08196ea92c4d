package io.robotrader.engine.journal;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import io.robotrader.risk.rule.Violation;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizeStep;
import java.util.Arrays;
import java.util.List;

/** Reads the parts of events that {@link PayloadWriter} writes. */
final class Parts {

    private Parts() {}

    static Bar bar(PayloadReader json) {
        return new Bar(
                json.text("symbol"),
                json.instant("time"),
                json.figure("open"),
                json.figure("high"),
                json.figure("low"),
                json.figure("close"),
                json.optionalFigure("volume"));
    }

    static Signal signal(PayloadReader json) {
        return new Signal(
                json.text("strategy"),
                json.text("symbol"),
                json.name(Signal.Direction.class, "direction"),
                json.text("reason"),
                // Entries from before it was written have none.
                json.has("confidence") ? json.figure("confidence") : 1);
    }

    static PositionSize size(PayloadReader json) {
        long quantity = json.count("quantity");
        if (!json.has("steps")) {
            // Written by a version that kept the outcome alone.
            return new PositionSize(List.of(outcome(json.text("boundBy"), quantity)));
        }
        return new PositionSize(json.list("steps").stream().map(Parts::step).toList());
    }

    private static SizeStep step(PayloadReader json) {
        return new SizeStep(
                json.name(SizeBound.class, "by"), json.text("name"), json.figure("factor"), json.count("quantity"));
    }

    private static SizeStep outcome(String boundBy, long quantity) {
        SizeBound by = Arrays.stream(SizeBound.values())
                .filter(bound -> bound.name().equals(boundBy))
                .findAny()
                .orElse(SizeBound.LIMIT);
        return new SizeStep(by, boundBy, 1, quantity);
    }

    static OrderIntent order(PayloadReader json) {
        return new OrderIntent(
                json.text("id"),
                json.text("symbol"),
                json.name(Side.class, "side"),
                json.count("quantity"),
                json.optionalFigure("limitPrice"),
                json.optionalFigure("stopPrice"));
    }

    static RiskDecision decision(PayloadReader json) {
        return json.flag("approved")
                ? RiskDecision.Approved.APPROVED
                : new RiskDecision.Rejected(
                        json.list("violations").stream().map(Parts::violation).toList());
    }

    private static Violation violation(PayloadReader json) {
        LimitKind kind = json.name(LimitKind.class, "limitKind");
        Unit unit = json.name(Unit.class, "unit");
        Limit limit = new Limit(kind, json.text("limitName"), json.figure("limit"), unit, sense(json, kind, unit));
        return new Violation(limit, json.figure("observed"), json.textOrNull("detail"));
    }

    private static LimitKind.Sense sense(PayloadReader json, LimitKind kind, Unit unit) {
        if (json.has("sense")) {
            return json.name(LimitKind.Sense.class, "sense");
        }
        // Written by a version that did not keep it: the kind's own, and for a rule without a number the one they have.
        return unit == Unit.NONE ? LimitKind.Sense.AT_MOST : kind.sense();
    }

    static Fill fill(PayloadReader json) {
        return new Fill(
                json.text("id"),
                json.text("orderId"),
                json.text("symbol"),
                json.name(Side.class, "side"),
                json.count("quantity"),
                json.exact("price"),
                json.exact("commission"),
                json.instant("time"));
    }

    static OrderEnd end(PayloadReader json) {
        return new OrderEnd(json.text("orderId"), json.name(OrderEnd.Kind.class, "kind"), json.text("reason"));
    }

    static AccountFigures figures(PayloadReader json) {
        return new AccountFigures(
                json.figure("equity"),
                json.figure("buyingPower"),
                json.figure("startOfDayEquity"),
                json.figure("dailyPnl"),
                json.figure("grossExposure"),
                json.figure("riskAtStops"),
                Math.toIntExact(json.count("openPositions")));
    }
}
