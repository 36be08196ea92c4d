package io.robotrader.engine.health;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Violation;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes the engine's events to the program's log, each under one of twenty-two names, with its parts as key-value pairs.
 *
 * <p>Hand {@link #onEvent} to the engine as a listener and {@link #onHealth} to a {@link HealthMonitor}. Logger {@code
 * io.robotrader.events}; the name is the message, and stands under the key {@code event} too. Each line has {@code at}, the
 * engine's time in UTC. How it is written, and where to, is for the program's logging to say: nothing is configured here. No
 * event carries a password or an account. Thread-safe.
 *
 * <ul>
 *   <li>{@code trade.placed}, {@code trade.executed}, {@code trade.cancelled}, {@code trade.rejected} (warning)
 *   <li>{@code risk.violation} (warning), {@code risk.warning} (warning), {@code risk.cleared}, {@code
 *       risk.emergency_shutdown} (error)
 *   <li>{@code data.received} (trace), {@code data.error} (warning), {@code data.gap} (warning)
 *   <li>{@code engine.started}, {@code engine.stopped} (error if it failed)
 *   <li>{@code connection.established}, {@code connection.lost} (warning)
 *   <li>{@code health.check} (warning unless healthy)
 *   <li>{@code signal.generated}, {@code signal.ignored}, {@code strategy.error} (warning)
 *   <li>{@code performance.metric}, {@code portfolio.update}, {@code pnl.update}
 * </ul>
 */
public final class EventLog {

    private final Logger log;

    /** Makes one; it has no settings. */
    public EventLog() {
        this(LoggerFactory.getLogger("io.robotrader.events"));
    }

    EventLog(Logger log) {
        this.log = log;
    }

    /**
     * Writes an event, if it has a name; changes of state between start and end have none.
     *
     * @param event any event
     */
    public void onEvent(EngineEvent event) {
        if (event instanceof OrderDecided it) {
            decided(it);
        } else if (event instanceof OrderFilled it) {
            at(Level.INFO, "trade.executed", it)
                    .addKeyValue("order", it.fill().orderId())
                    .addKeyValue("fill", it.fill().id())
                    .addKeyValue("symbol", it.fill().symbol())
                    .addKeyValue("side", it.fill().side())
                    .addKeyValue("quantity", it.fill().quantity())
                    .addKeyValue("price", it.fill().price())
                    .addKeyValue("notional", it.fill().notional())
                    .addKeyValue("commission", it.fill().commission())
                    .log("trade.executed");
            at(Level.INFO, "pnl.update", it)
                    .addKeyValue("symbol", it.fill().symbol())
                    .addKeyValue("realized", it.realizedPnl())
                    .log("pnl.update");
        } else if (event instanceof CommissionCharged it) {
            at(Level.INFO, "pnl.update", it)
                    .addKeyValue("symbol", it.commission().symbol())
                    .addKeyValue("realized", it.commission().amount().negate())
                    .log("pnl.update");
        } else if (event instanceof OrderEnded it) {
            ended(it);
        } else if (event instanceof SignalRaised it) {
            at(Level.INFO, "signal.generated", it)
                    .addKeyValue("strategy", it.signal().strategy())
                    .addKeyValue("symbol", it.signal().symbol())
                    .addKeyValue("direction", it.signal().direction())
                    .addKeyValue("reason", it.signal().reason())
                    .log("signal.generated");
        } else if (event instanceof EntrySized it && it.size().isNothing()) {
            at(Level.INFO, "signal.ignored", it)
                    .addKeyValue("symbol", it.symbol())
                    .addKeyValue("bound", it.size().boundByName())
                    .log("signal.ignored");
        } else if (event instanceof DayClosed it) {
            closed(it);
        } else {
            onRarer(event);
        }
    }

    private void onRarer(EngineEvent event) {
        if (event instanceof Halted it) {
            at(Level.ERROR, "risk.emergency_shutdown", it)
                    .addKeyValue("level", it.halt().level())
                    .addKeyValue("trigger", it.halt().trigger())
                    .addKeyValue("reason", it.halt().reason())
                    .log("risk.emergency_shutdown");
        } else if (event instanceof HaltLifted it) {
            at(Level.INFO, "risk.cleared", it)
                    .addKeyValue("who", it.reset().who())
                    .addKeyValue("why", it.reset().why())
                    .log("risk.cleared");
        } else if (event instanceof BarTaken it) {
            at(Level.TRACE, "data.received", it)
                    .addKeyValue("symbol", it.bar().symbol())
                    .addKeyValue("close", it.bar().close())
                    .log("data.received");
        } else if (event instanceof DataRefused it) {
            String name = it.reason().startsWith("gap") ? "data.gap" : "data.error";
            at(Level.WARN, name, it)
                    .addKeyValue("symbol", it.symbol())
                    .addKeyValue("reason", it.reason())
                    .log(name);
        } else if (event instanceof ConnectionChanged it) {
            String name = it.up() ? "connection.established" : "connection.lost";
            at(it.up() ? Level.INFO : Level.WARN, name, it)
                    .addKeyValue("detail", it.detail())
                    .log(name);
        } else if (event instanceof PositionAdopted it) {
            at(Level.WARN, "portfolio.update", it)
                    .addKeyValue("symbol", it.symbol())
                    .addKeyValue("quantity", it.quantity())
                    .addKeyValue("moved", it.moved())
                    .log("portfolio.update");
        } else if (event instanceof CashAdopted it) {
            at(Level.WARN, "portfolio.update", it)
                    .addKeyValue("cash", it.cash())
                    .addKeyValue("moved", it.moved())
                    .log("portfolio.update");
        } else if (event instanceof TroubleNoted it) {
            String name = it.where().startsWith("strategy")
                    ? "strategy.error"
                    : it.where().equals("market data") ? "data.gap" : "risk.warning";
            at(Level.WARN, name, it)
                    .addKeyValue("where", it.where())
                    .addKeyValue("reason", it.message())
                    .log(name);
        } else if (event instanceof HoldChanged it && it.reason().equals(HoldReason.JOURNAL.name())) {
            String name = it.placed() ? "risk.warning" : "risk.cleared";
            at(it.placed() ? Level.WARN : Level.INFO, name, it)
                    .addKeyValue("where", "journal")
                    .addKeyValue("reason", it.why())
                    .log(name);
        } else if (event instanceof StateChanged it) {
            changed(it);
        }
    }

    /**
     * Writes that the health has changed.
     *
     * @param before the status before
     * @param report how it is now
     */
    public void onHealth(HealthStatus before, HealthReport report) {
        Level level = report.status() == HealthStatus.HEALTHY ? Level.INFO : Level.WARN;
        log.atLevel(level)
                .addKeyValue("event", "health.check")
                .addKeyValue("at", report.at())
                .addKeyValue("before", before)
                .addKeyValue("status", report.status())
                .addKeyValue("reasons", report.reasons())
                .log("health.check");
    }

    private void decided(OrderDecided it) {
        boolean approved = it.decision().isApproved();
        String name = approved ? "trade.placed" : "risk.violation";
        OrderIntent order = it.order();
        LoggingEventBuilder line = at(approved ? Level.INFO : Level.WARN, name, it)
                .addKeyValue("order", order.id())
                .addKeyValue("symbol", order.symbol())
                .addKeyValue("side", order.side())
                .addKeyValue("quantity", order.quantity());
        if (order.limitPrice().isPresent()) {
            line = line.addKeyValue("limit", order.limitPrice().getAsDouble());
        }
        if (!approved) {
            line = line.addKeyValue(
                    "violations",
                    it.decision().violations().stream().map(Violation::message).collect(Collectors.joining("; ")));
        }
        line.log(name);
    }

    private void ended(OrderEnded it) {
        String name = switch (it.end().kind()) {
            case CANCELLED -> "trade.cancelled";
            case REJECTED -> "trade.rejected";
            case UNKNOWN -> "risk.warning";
        };
        at(name.equals("trade.cancelled") ? Level.INFO : Level.WARN, name, it)
                .addKeyValue("order", it.end().orderId())
                .addKeyValue("reason", it.end().reason())
                .log(name);
    }

    private void closed(DayClosed it) {
        AccountFigures figures = it.figures();
        at(Level.INFO, "performance.metric", it)
                .addKeyValue("tradeDate", it.tradeDate())
                .addKeyValue("equity", figures.equity())
                .addKeyValue("dailyPnl", figures.dailyPnl())
                .addKeyValue("grossExposure", figures.grossExposure())
                .log("performance.metric");
        at(Level.INFO, "portfolio.update", it)
                .addKeyValue("tradeDate", it.tradeDate())
                .addKeyValue("openPositions", figures.openPositions())
                .log("portfolio.update");
    }

    private void changed(StateChanged it) {
        if (it.from() == EngineState.READY && it.to() == EngineState.RUNNING) {
            at(Level.INFO, "engine.started", it).log("engine.started");
        } else if (it.to() == EngineState.STOPPED || it.to() == EngineState.ERROR) {
            at(it.to() == EngineState.STOPPED ? Level.INFO : Level.ERROR, "engine.stopped", it)
                    .addKeyValue("state", it.to())
                    .log("engine.stopped");
        }
    }

    private LoggingEventBuilder at(Level level, String name, EngineEvent event) {
        return log.atLevel(level).addKeyValue("event", name).addKeyValue("at", event.at());
    }
}
