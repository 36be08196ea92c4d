package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.MaxQuantity;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.indicator.WilderAtr;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.PositionSizers;
import io.robotrader.risk.sizing.SizeLimit;
import io.robotrader.risk.sizing.SizingRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a bar to an order, and of a fill to the books. Every method runs on the engine's one writing thread.
 */
public final class TradingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TradingLoop.class);

    private final Desk desk;
    private final EngineClock clock;
    private final Consumer<EngineEvent> publish;
    private final Consumer<EngineInput> next;
    private final Runnable stopped;
    private final Map<String, WilderAtr> trueRanges = new HashMap<>();
    private final Map<String, OrderIntent> working = new LinkedHashMap<>();
    private final Map<String, Bar> latest = new HashMap<>();
    // What is wished of a symbol whose orders are still being taken back.
    private final Map<String, Signal> waiting = new HashMap<>();
    private volatile boolean deciding = true;
    private Instant market = Instant.MIN;
    private @Nullable LocalDate tradeDate;
    private double startOfDayEquity;
    private int ordersOfDay;

    /**
     * Makes a loop over a desk.
     *
     * @param desk who does the work
     * @param clock what time it is
     * @param publish told each event, before the loop acts on it
     * @param next takes an input that is to follow the one at hand
     * @param stopped told when the last entry is made
     */
    public TradingLoop(
            Desk desk, EngineClock clock, Consumer<EngineEvent> publish, Consumer<EngineInput> next, Runnable stopped) {
        this.desk = desk;
        this.clock = clock;
        this.publish = publish;
        this.next = next;
        this.stopped = stopped;
        startOfDayEquity = desk.portfolio().cash().doubleValue();
        tellGate();
    }

    /** From now on nothing is traded any more. May be called from any thread; what is under way is still booked. */
    public void decideNoMore() {
        deciding = false;
    }

    void onBarArrived(Bar bar) {
        if (!deciding || !desk.symbols().contains(bar.symbol())) {
            return;
        }
        Bar before = latest.get(bar.symbol());
        if (bar.time().isBefore(market) || (before != null && !bar.time().isAfter(before.time()))) {
            LOG.warn("A bar that came late or twice is ignored, as the market has got to {}: {}", market, bar);
            return;
        }
        market = bar.time();
        latest.put(bar.symbol(), bar);
        LocalDate date = desk.calendar().tradeDate(bar.time());
        boolean another = !date.equals(tradeDate);
        if (another) {
            endTradeDate();
        }
        clock.advanceTo(bar.time());
        if (another) {
            beginTradeDate(date);
        }
        desk.broker().onMarket(bar);
        next.accept(new EngineInput.BarReady(bar));
    }

    void onBarReady(Bar bar) {
        trueRanges
                .computeIfAbsent(bar.symbol(), symbol -> new WilderAtr(desk.atrPeriod()))
                .add(bar.high(), bar.low(), bar.close());
        desk.correlations().add(bar.symbol(), bar.time(), bar.close());
        desk.gate().update(new MarketData(bar.symbol(), bar.time(), bar.close(), atrOf(bar.symbol())));
        if (deciding) {
            desk.strategy().onBar(bar).ifPresent(this::onSignal);
        }
    }

    private void onSignal(Signal signal) {
        publish.accept(new SignalRaised(now(), signal));
        if (!latest.containsKey(signal.symbol())) {
            throw new IllegalStateException(
                    "symbol of a signal must be one of which a bar has come, but was " + signal.symbol());
        }
        waiting.put(signal.symbol(), signal);
        workingIn(signal.symbol()).forEach(order -> desk.broker().cancel(order.id()));
        actIfNothingWorks(signal.symbol());
    }

    /**
     * An order that is being taken back may still be filled. Only when its end is known is it known what is held, and with
     * that what is to be traded.
     */
    private void actIfNothingWorks(String symbol) {
        if (deciding && workingIn(symbol).isEmpty()) {
            Signal signal = waiting.remove(symbol);
            if (signal != null) {
                act(signal);
            }
        }
    }

    private void act(Signal signal) {
        Direction wish =
                signal.direction() == Direction.SHORT && !desk.shortSelling() ? Direction.FLAT : signal.direction();
        long held = desk.portfolio().quantity(signal.symbol());
        Side entry = wish == Direction.SHORT ? Side.SELL : Side.BUY;
        if (held != 0 && (wish == Direction.FLAT || Long.signum(held) != entry.sign())) {
            Side exit = held > 0 ? Side.SELL : Side.BUY;
            send(OrderIntent.market(newId(signal.symbol()), signal.symbol(), exit, Math.abs(held)));
        }
        if (wish != Direction.FLAT && Long.signum(held) != entry.sign()) {
            enter(signal.symbol(), entry);
        }
    }

    private void enter(String symbol, Side side) {
        double price = Objects.requireNonNull(latest.get(symbol)).close();
        AccountFigures account = desk.gate().figures();
        SizingRequest request = new SizingRequest(
                        Instrument.of(symbol), price, account.equity(), account.buyingPower(), atrOf(symbol))
                .withSide(side);
        String id = newId(symbol);
        PositionSize wanted = desk.sizer().size(request);
        PositionSize within = PositionSizers.capped(asked -> wanted, (asked, shares) -> room(id, symbol, side, shares))
                .size(request);
        // Where not one lot has room, the gate is asked for what was wanted, so that its reasons are on record.
        PositionSize size = within.isNothing() ? wanted : within;
        publish.accept(new EntrySized(now(), symbol, size));
        if (!size.isNothing()) {
            send(OrderIntent.market(id, symbol, side, size.quantity()));
        }
    }

    private SizeLimit room(String id, String symbol, Side side, long shares) {
        MaxQuantity most = desk.gate().maxQuantity(OrderIntent.market(id, symbol, side, Math.max(1, shares)));
        return new SizeLimit(most.boundBy().map(Limit::name).orElse("the gate"), most.quantity());
    }

    private void send(OrderIntent order) {
        RiskDecision decision = desk.gate().reserve(order);
        publish.accept(new OrderDecided(now(), order, decision));
        if (decision.isApproved()) {
            working.put(order.id(), order);
            desk.broker().submit(order);
        }
    }

    void onFill(Fill fill) {
        if (desk.portfolio().hasBooked(fill.id())) {
            LOG.warn("A fill that was told before is ignored: {}", fill);
            return;
        }
        BigDecimal realizedPnl = desk.portfolio().book(fill);
        publish.accept(new OrderFilled(now(), fill, realizedPnl));
        // The books first and the hold after: for an instant the shares count twice, never zero times.
        tellGate();
        desk.gate().filled(fill.orderId(), fill.quantity());
        working.computeIfPresent(
                fill.orderId(),
                (id, order) -> order.quantity() > fill.quantity()
                        ? order.withQuantity(order.quantity() - fill.quantity())
                        : null);
        actIfNothingWorks(fill.symbol());
    }

    void onOrderOver(OrderEnd end) {
        publish.accept(new OrderEnded(now(), end));
        OrderIntent ended = working.remove(end.orderId());
        desk.gate().closed(end.orderId());
        if (ended != null) {
            actIfNothingWorks(ended.symbol());
        }
    }

    void onStopRequested() {
        decideNoMore();
        List.copyOf(working.keySet()).forEach(desk.broker()::cancel);
        next.accept(new EngineInput.StopReady());
    }

    void onStopReady() {
        endTradeDate();
        stopped.run();
    }

    private List<OrderIntent> workingIn(String symbol) {
        return working.values().stream()
                .filter(order -> order.symbol().equals(symbol))
                .toList();
    }

    private OptionalDouble atrOf(String symbol) {
        WilderAtr ranges = trueRanges.get(symbol);
        OptionalDouble atr = ranges == null ? OptionalDouble.empty() : ranges.value();
        // Bars of one price each have no range, and a range of zero would make any size look safe.
        return atr.isPresent() && atr.getAsDouble() > 0 ? atr : OptionalDouble.empty();
    }

    private void beginTradeDate(LocalDate date) {
        tradeDate = date;
        ordersOfDay = 0;
        desk.gate().beginTradeDate();
        startOfDayEquity = desk.gate().figures().equity();
        tellGate();
        // What is known of correlations changes once a trade date: all its decisions look at the same matrix.
        desk.gate().use(desk.correlations().snapshot()::coefficient);
    }

    private void endTradeDate() {
        if (tradeDate != null) {
            publish.accept(new DayClosed(now(), tradeDate, desk.gate().figures()));
        }
    }

    private void tellGate() {
        desk.gate().update(desk.portfolio().snapshot(startOfDayEquity));
    }

    private String newId(String symbol) {
        ordersOfDay++;
        String day = tradeDate == null ? "none" : DateTimeFormatter.BASIC_ISO_DATE.format(tradeDate);
        return symbol + "-" + day + "-" + ordersOfDay;
    }

    private Instant now() {
        return clock.instant();
    }
}
