package io.robotrader.engine.health;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HeldPosition;
import io.robotrader.engine.view.LoopStatus;
import io.robotrader.engine.view.OpenOrder;
import io.robotrader.risk.PortfolioReport;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What the page is told, as JSON. What is not known is null. */
final class ViewJson {

    /** So many symbols fit on a page; more are not shown. */
    private static final int MOST_SYMBOLS = 12;

    private ViewJson() {}

    static String of(HealthReport report) {
        return Json.write(out -> {
            out.writeStartObject();
            health(out, report);
            out.writeEndObject();
        });
    }

    static String of(
            EngineView view,
            HealthReport report,
            Optional<PortfolioReport> limits,
            Optional<CorrelationMatrix> matrix) {
        return Json.write(out -> {
            out.writeStartObject();
            state(out, view);
            out.writeObjectPropertyStart("health");
            health(out, report);
            out.writeEndObject();
            figures(out, view.figures());
            counts(out, view);
            list(out, "positions", view.positions(), position -> position(out, position));
            list(out, "limits", limits.map(PortfolioReport::items).orElse(List.of()), item -> limit(out, item));
            list(out, "orders", view.orders(), order -> order(out, order));
            list(out, "decisions", latestFirst(view.decisions()), decision -> decision(out, decision));
            list(out, "loops", view.loops(), loop -> loop(out, loop, view));
            correlations(out, matrix);
            out.writeEndObject();
        });
    }

    private static void health(JsonGenerator out, HealthReport report) {
        out.writeStringProperty("status", report.status().name());
        out.writeStringProperty("at", report.at().toString());
        list(out, "findings", report.findings(), finding -> {
            out.writeStringProperty("name", finding.name());
            out.writeStringProperty("status", finding.status().name());
            out.writeStringProperty("message", finding.message());
        });
    }

    private static void state(JsonGenerator out, EngineView view) {
        out.writeStringProperty("at", view.at().toString());
        out.writeStringProperty("state", view.state().name());
        out.writeBooleanProperty("shadow", view.isShadow());
        out.writeBooleanProperty("connected", view.isConnected());
        out.writeStringProperty(
                "tradeDate", view.tradeDate().map(Object::toString).orElse(null));
        out.writeArrayPropertyStart("holds");
        view.holds().forEach((reason, why) -> out.writeString(reason + ": " + why));
        // Whoever resumes confirms these: they must be seen before.
        new TreeMap<>(view.doubts())
                .forEach((symbol, why) -> out.writeString(HoldChanged.PRICES_OF + symbol + ": " + why));
        out.writeEndArray();
        out.writeArrayPropertyStart("warnings");
        view.warnings().forEach((trigger, why) -> out.writeString(trigger + ": " + why));
        out.writeEndArray();
        if (view.halt().isEmpty()) {
            out.writeNullProperty("halt");
        } else {
            var halt = view.halt().get();
            out.writeObjectPropertyStart("halt");
            out.writeStringProperty("level", halt.level().name());
            out.writeStringProperty("trigger", halt.trigger().name());
            out.writeStringProperty("reason", halt.reason());
            out.writeStringProperty("at", halt.at().toString());
            out.writeEndObject();
        }
    }

    private static void figures(JsonGenerator out, AccountFigures figures) {
        out.writeObjectPropertyStart("figures");
        Json.figure(out, "equity", figures.equity());
        Json.figure(out, "buyingPower", figures.buyingPower());
        Json.figure(out, "startOfDayEquity", figures.startOfDayEquity());
        Json.figure(out, "dailyPnl", figures.dailyPnl());
        Json.figure(out, "grossExposure", figures.grossExposure());
        Json.figure(out, "heat", figures.equity() > 0 ? figures.riskAtStops() / figures.equity() : Double.NaN);
        out.writeNumberProperty("openPositions", figures.openPositions());
        out.writeEndObject();
    }

    private static void counts(JsonGenerator out, EngineView view) {
        out.writeObjectPropertyStart("counts");
        out.writeNumberProperty("tradesExecuted", view.counts().tradesExecuted());
        out.writeNumberProperty("ordersPlaced", view.counts().ordersPlaced());
        out.writeNumberProperty("ordersRejected", view.counts().ordersRejected());
        out.writeNumberProperty("errors", view.counts().errors());
        out.writeNumberProperty("dataRefused", view.counts().dataRefused());
        out.writeNumberProperty("uptimeSeconds", view.counts().uptime().toSeconds());
        out.writeEndObject();
    }

    private static void position(JsonGenerator out, HeldPosition position) {
        out.writeStringProperty("symbol", position.symbol());
        out.writeNumberProperty("quantity", position.quantity());
        Json.figure(out, "averagePrice", position.averagePrice());
        optional(out, "mark", position.mark());
        Json.figure(out, "value", position.quantity() * position.mark().orElse(Double.NaN));
        optional(out, "pnl", position.unrealizedPnl());
        optional(out, "stop", position.stop());
        optional(out, "target", position.target());
    }

    private static void limit(JsonGenerator out, PortfolioReport.Item item) {
        double observed = item.observed().orElse(Double.NaN);
        out.writeStringProperty("name", item.limit().name());
        out.writeStringProperty("subject", item.subject());
        out.writeStringProperty("unit", item.limit().unit().name());
        Json.figure(out, "observed", observed);
        Json.figure(out, "bound", item.limit().bound());
        Json.figure(out, "used", Double.isFinite(observed) ? item.limit().used(observed) : Double.NaN);
        out.writeStringProperty("state", item.state().name());
    }

    private static void order(JsonGenerator out, OpenOrder open) {
        out.writeStringProperty("id", open.order().id());
        out.writeStringProperty("symbol", open.order().symbol());
        out.writeStringProperty("side", open.order().side().name());
        out.writeNumberProperty("quantity", open.order().quantity());
        optional(out, "limit", open.order().limitPrice());
        out.writeStringProperty("sent", open.sent().toString());
        out.writeStringProperty("state", open.isUnknown() ? "UNKNOWN" : open.isCancelling() ? "CANCELLING" : "WORKING");
    }

    private static void decision(JsonGenerator out, OrderDecided decided) {
        out.writeStringProperty("at", decided.at().toString());
        out.writeStringProperty("symbol", decided.order().symbol());
        out.writeStringProperty("side", decided.order().side().name());
        out.writeNumberProperty("quantity", decided.order().quantity());
        out.writeBooleanProperty("approved", decided.decision().isApproved());
        out.writeStringProperty(
                "reasons",
                decided.decision().violations().stream().map(Violation::message).collect(Collectors.joining("; ")));
    }

    private static void loop(JsonGenerator out, LoopStatus loop, EngineView view) {
        out.writeStringProperty("name", loop.name());
        out.writeStringProperty("status", loop.health(view.at()).name());
        out.writeNumberProperty("errors", loop.errors());
        out.writeStringProperty("lastBeat", loop.heartbeat().toString());
        out.writeStringProperty("lastError", loop.lastError().orElse(null));
    }

    private static void correlations(JsonGenerator out, Optional<CorrelationMatrix> matrix) {
        List<String> symbols = matrix.map(CorrelationMatrix::symbols).orElse(List.of());
        List<String> shown = symbols.subList(0, Math.min(MOST_SYMBOLS, symbols.size()));
        out.writeObjectPropertyStart("correlations");
        out.writeArrayPropertyStart("symbols");
        shown.forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("rows");
        for (String one : shown) {
            out.writeStartArray();
            for (String other : shown) {
                OptionalDouble value = matrix.orElseThrow().between(one, other);
                if (value.isPresent()) {
                    out.writeNumber(value.getAsDouble());
                } else {
                    out.writeNull();
                }
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeNumberProperty("left", symbols.size() - shown.size());
        out.writeEndObject();
    }

    private static List<OrderDecided> latestFirst(List<OrderDecided> decisions) {
        List<OrderDecided> turned = new java.util.ArrayList<>(decisions);
        java.util.Collections.reverse(turned);
        return turned;
    }

    private static void optional(JsonGenerator out, String name, OptionalDouble value) {
        Json.figure(out, name, value.orElse(Double.NaN));
    }

    private static <T> void list(
            JsonGenerator out, String name, List<T> items, java.util.function.Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (T item : items) {
            out.writeStartObject();
            members.accept(item);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
