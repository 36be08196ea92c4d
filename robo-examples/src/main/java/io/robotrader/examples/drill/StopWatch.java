package io.robotrader.examples.drill;

import io.robotrader.engine.EngineListener;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.risk.account.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Notes when what a halt asks for comes about. Told by the engine's thread, read by another. */
final class StopWatch implements EngineListener {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> held = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private long halted;
    private long lastAsked;
    private long lastCancelled;
    private long lastClosed;
    private int before;
    private boolean running;

    /** Now is the halt. */
    synchronized void start() {
        before = held.size();
        running = true;
        halted = System.nanoTime();
    }

    synchronized void cancelSent(String orderId) {
        if (running && asked.add(orderId)) {
            lastAsked = System.nanoTime();
        }
    }

    @Override
    public synchronized void onEvent(EngineEvent event) {
        if (event instanceof OrderFilled filled) {
            book(filled.fill());
        } else if (event instanceof OrderEnded ended
                && ended.end().kind() == OrderEnd.Kind.CANCELLED
                && asked.contains(ended.end().orderId())
                && cancelled.add(ended.end().orderId())) {
            lastCancelled = System.nanoTime();
        }
    }

    private void book(Fill fill) {
        long signed = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
        held.merge(fill.symbol(), signed, Long::sum);
        if (held.remove(fill.symbol(), 0L)) {
            lastClosed = System.nanoTime();
        }
    }

    synchronized DrillResult result(int orders, DrillResult.Books left, DrillResult.Books known) {
        return new DrillResult(
                orders,
                before,
                asked.size(),
                cancelled.size(),
                before - held.size(),
                millis(asked.size() == orders, lastAsked),
                millis(cancelled.size() == orders, lastCancelled),
                millis(held.isEmpty(), lastClosed),
                left,
                known);
    }

    /** Of nothing at all there is no time; it is empty too. */
    private OptionalDouble millis(boolean isComplete, long at) {
        return isComplete && at > halted ? OptionalDouble.of((at - halted) / NANOS_PER_MILLI) : OptionalDouble.empty();
    }
}
