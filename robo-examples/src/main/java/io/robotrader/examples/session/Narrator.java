package io.robotrader.examples.session;

import io.robotrader.engine.EngineListener;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.Fill;
import io.robotrader.examples.console.Console;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Violation;
import java.util.stream.Collectors;

/** Tells what happens, one line an event that matters. */
final class Narrator implements EngineListener {

    private final Console console;
    private final MarketCalendar calendar;
    private final long tradeDates;
    private long closed;

    Narrator(Console console, MarketCalendar calendar, long tradeDates) {
        this.console = console;
        this.calendar = calendar;
        this.tradeDates = tradeDates;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event instanceof SignalRaised raised) {
            var signal = raised.signal();
            say(
                    event,
                    "signal",
                    signal.symbol() + " " + signal.direction() + ", " + signal.strategy() + " " + signal.reason());
        } else if (event instanceof EntrySized sized) {
            say(
                    event,
                    "size",
                    sized.symbol() + " " + sized.size().quantity() + " shares, bound by "
                            + sized.size().boundBy());
        } else if (event instanceof OrderDecided decided) {
            decided(decided);
        } else if (event instanceof OrderFilled filled) {
            filled(filled);
        } else if (event instanceof OrderEnded ended) {
            say(
                    event,
                    "order",
                    ended.end().orderId() + " " + ended.end().kind() + ": "
                            + ended.end().reason());
        } else if (event instanceof StateChanged changed) {
            say(event, "engine", changed.from() + " -> " + changed.to());
        } else if (event instanceof DayClosed) {
            closed++;
            console.progress(closed, tradeDates);
        }
    }

    private void decided(OrderDecided decided) {
        OrderIntent order = decided.order();
        String what = order.side() + " " + order.quantity() + " " + order.symbol();
        if (decided.decision().isApproved()) {
            say(decided, "order", what + " approved");
            return;
        }
        String reasons =
                decided.decision().violations().stream().map(Violation::message).collect(Collectors.joining("; "));
        console.warning(line(decided, "order", what + " REFUSED, " + reasons));
    }

    private void filled(OrderFilled filled) {
        Fill fill = filled.fill();
        String pnl = filled.realizedPnl().add(fill.commission()).signum() == 0
                ? ""
                : ", P&L " + Text.money(filled.realizedPnl().doubleValue());
        say(
                filled,
                "fill",
                fill.side() + " " + fill.quantity() + " " + fill.symbol() + " at "
                        + fill.price().toPlainString() + ", commission "
                        + fill.commission().toPlainString() + pnl);
    }

    private void say(EngineEvent event, String topic, String text) {
        console.line(line(event, topic, text));
    }

    private String line(EngineEvent event, String topic, String text) {
        return calendar.tradeDate(event.at()) + "  " + Text.left(topic, 6) + "  " + text;
    }
}
