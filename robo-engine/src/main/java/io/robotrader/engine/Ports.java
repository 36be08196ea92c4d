package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltListener;
import io.robotrader.risk.halt.HaltReset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the world comes in: bars, what the broker tells, and what the kill switch does. Thread-safe. */
final class Ports {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);

    private final EventLoop<EngineInput> loop;
    private final Duration stopDeadline;

    Ports(EventLoop<EngineInput> loop, Duration stopDeadline) {
        this.loop = loop;
        this.stopDeadline = stopDeadline;
    }

    MarketDataFeed.Listener bars() {
        return new Bars();
    }

    BrokerListener reports() {
        return new Reports();
    }

    HaltListener halts() {
        return new HaltReports();
    }

    /** Writes at once on the engine's own thread; from another, before anything that is done about it, or at its end. */
    Consumer<EngineEvent> writer(Life life) {
        return event -> {
            Runnable write = () -> life.publish(event);
            if (loop.isOwnThread()) {
                write.run();
            } else if (!loop.post(new EngineInput.Errand(write, write))) {
                throw new IllegalStateException("the engine has ended, and its journal is closed");
            }
        };
    }

    private void post(EngineInput input) {
        if (!loop.post(input)) {
            tellDropped(input);
        }
    }

    /** Nothing that is news may be lost without a word. */
    static void tellDropped(EngineInput input) {
        if (input instanceof EngineInput.Errand errand) {
            errand.ifDropped().run();
        }
        if (input.isNews()) {
            LOG.warn("This came after the end of trading and is in no book: {}", input);
        }
    }

    /** Takes each step, whatever becomes of the others, and returns what they threw. */
    static List<Throwable> closed(Runnable... steps) {
        List<Throwable> troubles = new ArrayList<>();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (Throwable trouble) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    private final class Bars implements MarketDataFeed.Listener {
        @Override
        public void onBar(Bar bar) throws InterruptedException {
            loop.put(new EngineInput.BarArrived(bar));
        }

        @Override
        public void onEnd() {
            post(new EngineInput.StopRequested(stopDeadline));
        }

        @Override
        public void onFailure(Throwable cause) {
            post(new EngineInput.FeedBroken(cause));
        }
    }

    private final class Reports implements BrokerListener {
        @Override
        public void onFill(Fill fill) {
            post(new EngineInput.FillArrived(fill));
        }

        @Override
        public void onCommission(LateCommission commission) {
            post(new EngineInput.CommissionArrived(commission));
        }

        @Override
        public void onOrderEnded(OrderEnd orderEnd) {
            post(new EngineInput.OrderOver(orderEnd));
        }

        @Override
        public void onAcknowledged(String orderId, String brokerId) {
            loop.post(new EngineInput.OrderAccepted(orderId, brokerId));
        }

        @Override
        public void onConnection(boolean up, String detail) {
            loop.post(new EngineInput.ConnectionNews(up, detail));
        }
    }

    private final class HaltReports implements HaltListener {
        @Override
        public void tripped(Halt halt) {
            loop.post(new EngineInput.HaltTripped(halt));
        }

        @Override
        public void reset(HaltReset reset) {
            loop.post(new EngineInput.HaltWasLifted());
        }
    }
}
