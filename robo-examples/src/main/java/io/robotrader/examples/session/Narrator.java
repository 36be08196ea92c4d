package io.robotrader.examples.session;

import io.robotrader.engine.EngineListener;
import io.robotrader.engine.EngineState;
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
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.examples.console.Console;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what happens, one line an event that matters. */
final class Narrator implements EngineListener {

    private final Console console;
    private final MarketCalendar calendar;
    private final long tradeDates;
    private final boolean shortSelling;
    private final Map<String, Long> held = new HashMap<>();
    private long closed;
    private boolean stopping;

    Narrator(Console console, MarketCalendar calendar, long tradeDates, boolean shortSelling) {
        this.console = console;
        this.calendar = calendar;
        this.tradeDates = tradeDates;
        this.shortSelling = shortSelling;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event instanceof SignalRaised raised) {
            var signal = raised.signal();
            say(
                    event,
                    "signal",
                    signal.symbol() + " " + signal.direction() + ", " + signal.strategy() + " " + signal.reason()
                            + note(signal));
        } else if (event instanceof EntrySized sized) {
            say(
                    event,
                    "size",
                    sized.symbol() + " " + sized.size().quantity() + " shares, bound by "
                            + sized.size().boundByName()
                            + (sized.size().isNothing() ? ": no order" : ""));
        } else if (event instanceof OrderDecided decided) {
            decided(decided);
        } else if (event instanceof OrderFilled filled) {
            filled(filled);
        } else if (event instanceof OrderEnded ended) {
            say(
                    event,
                    "order",
                    ended.end().orderId() + " " + ended.end().kind() + ": "
                            + (stopping ? "the session ended" : ended.end().reason()));
        } else if (event instanceof StateChanged changed) {
            say(event, "engine", changed.from() + " -> " + changed.to());
            stopping = changed.to() == EngineState.STOPPING;
        } else if (event instanceof DayClosed) {
            closed++;
            console.progress(closed, tradeDates);
        }
    }

    /** Why a signal brings no order, or another one than it seems to ask for; nothing where it is plain. */
    private String note(Signal signal) {
        long sign = Long.signum(held.getOrDefault(signal.symbol(), 0L));
        boolean off = signal.direction() == Direction.SHORT && !shortSelling;
        long wish = off
                ? 0
                : switch (signal.direction()) {
                    case LONG -> 1;
                    case FLAT -> 0;
                    case SHORT -> -1;
                };
        String reached = wish == sign ? (sign == 0 ? "nothing is held" : "held already") : "";
        String because = off ? "short selling is off: flat" : "";
        String both = because + (because.isEmpty() || reached.isEmpty() ? "" : "; ") + reached;
        return both.isEmpty() ? "" : " (" + both + ")";
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
        held.merge(fill.symbol(), fill.side().sign() * fill.quantity(), Long::sum);
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
