package io.robotrader.engine.journal;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Violation;
import io.robotrader.risk.sizing.PositionSize;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the parts of events as JSON, member by member: what is in a journal is then what stands here, and not what a
 * library finds by reflection. Used by one thread, for one payload.
 */
final class PayloadWriter {
    // Its digits are the same on every JDK; those of Double.toString changed with 19.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator out;

    private PayloadWriter(JsonGenerator out) {
        this.out = out;
    }

    static String write(Consumer<PayloadWriter> parts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            parts.accept(new PayloadWriter(out));
            out.writeEndObject();
        }
        return text.toString();
    }

    void signal(Signal signal) {
        object("signal", () -> {
            text("strategy", signal.strategy());
            text("symbol", signal.symbol());
            text("direction", signal.direction().name());
            text("reason", signal.reason());
            figure("confidence", signal.confidence());
        });
    }

    void bar(Bar bar) {
        object("bar", () -> {
            text("symbol", bar.symbol());
            text("time", bar.time().toString());
            figure("open", bar.open());
            figure("high", bar.high());
            figure("low", bar.low());
            figure("close", bar.close());
            figure("volume", bar.volume());
        });
    }

    void size(PositionSize size) {
        object("size", () -> {
            count("quantity", size.quantity());
            text("boundBy", size.boundByName());
            list("steps", size.steps(), step -> {
                text("by", step.by().name());
                text("name", step.name());
                figure("factor", step.factor());
                count("quantity", step.quantity());
            });
        });
    }

    void order(OrderIntent order) {
        object("order", () -> {
            text("id", order.id());
            text("symbol", order.symbol());
            text("side", order.side().name());
            count("quantity", order.quantity());
            figure("limitPrice", order.limitPrice());
            figure("stopPrice", order.stopPrice());
        });
    }

    void decision(RiskDecision decision) {
        object("decision", () -> {
            flag("approved", decision.isApproved());
            list("violations", decision.violations(), this::violation);
        });
    }

    private void violation(Violation violation) {
        text("kind", violation.kind().name());
        text("limitKind", violation.limit().kind().name());
        text("limitName", violation.limit().name());
        figure("observed", violation.observed());
        figure("limit", violation.limit().bound());
        text("unit", violation.limit().unit().name());
        text("sense", violation.limit().sense().name());
        text("detail", violation.detail());
        text("message", violation.message());
    }

    void fill(Fill fill) {
        object("fill", () -> {
            text("id", fill.id());
            text("orderId", fill.orderId());
            text("symbol", fill.symbol());
            text("side", fill.side().name());
            count("quantity", fill.quantity());
            exact("price", fill.price());
            exact("commission", fill.commission());
            text("time", fill.time().toString());
        });
    }

    void end(OrderEnd end) {
        object("end", () -> {
            text("orderId", end.orderId());
            text("kind", end.kind().name());
            text("reason", end.reason());
        });
    }

    void figures(AccountFigures figures) {
        object("figures", () -> {
            figure("equity", figures.equity());
            figure("buyingPower", figures.buyingPower());
            figure("startOfDayEquity", figures.startOfDayEquity());
            figure("dailyPnl", figures.dailyPnl());
            figure("grossExposure", figures.grossExposure());
            figure("riskAtStops", figures.riskAtStops());
            count("openPositions", figures.openPositions());
        });
    }

    void object(String name, Runnable members) {
        out.writeObjectPropertyStart(name);
        members.run();
        out.writeEndObject();
    }

    <T> void list(String name, List<T> items, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (T item : items) {
            out.writeStartObject();
            members.accept(item);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void text(String name, @Nullable String value) {
        out.writeStringProperty(name, value);
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    void exact(String name, BigDecimal value) {
        out.writeNumberProperty(name, value);
    }

    void count(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    private void figure(String name, OptionalDouble value) {
        figure(name, value.orElse(Double.NaN));
    }

    // JSON has neither NaN nor infinity.
    void figure(String name, double value) {
        if (Double.isNaN(value)) {
            out.writeNullProperty(name);
        } else if (Double.isInfinite(value)) {
            text(name, Double.toString(value));
        } else {
            out.writeNumberProperty(name, value);
        }
    }
}
