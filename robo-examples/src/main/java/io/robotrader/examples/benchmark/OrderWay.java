package io.robotrader.examples.benchmark;

import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The way of a bar to an order, and how much of it is the way from one thread to the other, which is the machine's.
 */
final class OrderWay {

    private static final int WARM_UP = 5;
    private static final double NANOS_PER_MICRO = 1e3;

    private final double[] whole;
    private final double[] inside;

    private OrderWay(int samples) {
        whole = new double[samples];
        inside = new double[samples];
    }

    /**
     * Sends bars, each of which brings an order.
     *
     * @param rest how long the feed waits between the order and the next bar
     * @param awake how long the engine's thread stays awake
     */
    static OrderWay of(int samples, Duration rest, Duration awake) throws InterruptedException {
        OrderWay way = new OrderWay(samples);
        String symbol = EngineScene.symbols(1).get(0);
        EngineScene scene = new EngineScene();
        scene.broker.fills = true;
        InAndOut strategy = new InAndOut();
        TradingEngine engine = scene.builder(List.of(symbol))
                .strategy(strategy)
                .stayAwake(awake)
                .build();
        engine.start();
        MarketDataFeed.Listener listener = scene.feed.listener();
        int warmUp = WARM_UP * samples;
        for (int i = 0; i < warmUp + samples; i++) {
            int orders = scene.broker.orders;
            // An even second first, as there is nothing to leave.
            Bar bar = EngineScene.bar(symbol, 2L + i, EngineScene.price(i));
            if (i >= warmUp) {
                spin(rest);
            }
            long before = System.nanoTime();
            listener.onBar(bar);
            EngineCosts.awaitBar(engine, symbol, 2L + i);
            if (scene.broker.orders == orders) {
                throw new IllegalStateException(
                        "each bar must bring an order, but see " + engine.view().decisions());
            }
            if (i >= warmUp) {
                way.whole[i - warmUp] = (scene.broker.submitted - before) / NANOS_PER_MICRO;
                way.inside[i - warmUp] = (scene.broker.submitted - strategy.asked) / NANOS_PER_MICRO;
            }
        }
        engine.stop();
        return way;
    }

    /** Microseconds from the feed's call until the broker is called. */
    double[] whole() {
        return whole.clone();
    }

    /** Microseconds of that after the strategy has the bar. */
    double[] inside() {
        return inside.clone();
    }

    /** Microseconds until a thread that sleeps has seen that it was woken: what no program gets below on this machine. */
    static double[] wakeMicros(int samples, Duration rest) throws InterruptedException {
        Sleeper sleeper = new Sleeper();
        sleeper.start();
        double[] micros = new double[samples];
        for (int i = 1; i <= samples; i++) {
            spin(rest);
            long before = System.nanoTime();
            sleeper.asked = i;
            LockSupport.unpark(sleeper);
            while (sleeper.answered != i) {
                Thread.onSpinWait();
            }
            micros[i - 1] = (sleeper.at - before) / NANOS_PER_MICRO;
        }
        sleeper.asked = -1;
        LockSupport.unpark(sleeper);
        sleeper.join();
        return micros;
    }

    private static void spin(Duration rest) {
        long from = System.nanoTime();
        while (System.nanoTime() - from < rest.toNanos()) {
            Thread.onSpinWait();
        }
    }

    /** Is in after each even second and out after each odd one. */
    private static final class InAndOut implements Strategy {
        volatile long asked;

        @Override
        public String name() {
            return "in and out";
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            asked = System.nanoTime();
            Direction wish = bar.time().getEpochSecond() % 2 == 0 ? Direction.LONG : Direction.FLAT;
            return Optional.of(new Signal(name(), bar.symbol(), wish, "wanted"));
        }
    }

    /** Sleeps, and says when it was woken. */
    private static final class Sleeper extends Thread {
        volatile int asked;
        volatile int answered;
        long at;

        @Override
        public void run() {
            while (asked >= 0) {
                if (asked == answered) {
                    LockSupport.park(this);
                } else {
                    at = System.nanoTime();
                    answered = asked;
                }
            }
        }
    }
}
