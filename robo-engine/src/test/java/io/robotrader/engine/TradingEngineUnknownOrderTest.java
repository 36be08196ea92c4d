package io.robotrader.engine;

import static io.robotrader.engine.Sample.bars;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An order whose fate the broker does not know is neither forgotten nor sent again. */
@Timeout(30)
class TradingEngineUnknownOrderTest {

    private final Rig rig = new Rig();
    private final HandFeed feed = new HandFeed();
    private final HandBroker broker = new HandBroker();
    private final List<Bar> bars = bars("AAPL", 100, 100, 100, 100);
    private final Script script = new Script();
    private TradingEngine engine;
    private MarketDataFeed.Listener market;

    @BeforeEach
    void an_engine_by_hand() {
        rig.source = feed;
        rig.trader = broker;
    }

    /** Starts the engine and has it send an order to buy 100 shares, of which the broker then says that it is lost. */
    private void anOrderIsLost() throws InterruptedException {
        script.at(bars.get(0), Direction.LONG);
        engine = rig.builder(Sample.config(false)).strategy(script).build();
        engine.start();
        market = feed.listener.join();
        market.onBar(bars.get(0));
        until(() -> broker.working.size() == 1);
        broker.listener.onOrderEnded(end(0, OrderEnd.Kind.UNKNOWN));
        until(() -> ends().contains(OrderEnd.Kind.UNKNOWN));
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private OrderEnd end(int order, OrderEnd.Kind kind) {
        return new OrderEnd(broker.working.get(order).id(), kind, "as written");
    }

    private List<OrderEnd.Kind> ends() {
        return rig.heard(OrderEnded.class).map(it -> it.end().kind()).toList();
    }

    private void signalsHeard(int count) {
        until(() -> rig.heard(SignalRaised.class).count() == count);
    }

    @Test
    void it_stays_held_and_the_same_wish_sends_no_second_order() throws Exception {
        script.at(bars.get(1), Direction.LONG);
        anOrderIsLost();

        market.onBar(bars.get(1));
        signalsHeard(2);
        market.onBar(bars.get(2));
        broker.listener.onFill(broker.fill("f1", 0, 40, "100"));
        until(() -> rig.heard(OrderFilled.class).count() == 1);

        // 100 shares at 100: 40 are bought, 60 are held still; while they are booked they count twice
        until(() -> engine.figures().grossExposure() == 10_000);
        assertThat(engine.figures().openPositions()).isEqualTo(1);
        assertThat(broker.asked).containsExactly("BUY 100", "cancel");
        broker.listener.onOrderEnded(end(0, OrderEnd.Kind.CANCELLED));
        market.onEnd();
        assertThat(engine.awaitEnd()).isEmpty();
    }

    @Test
    void when_it_turns_out_to_be_filled_the_shares_are_booked_once_and_nothing_is_held_any_more() throws Exception {
        anOrderIsLost();

        broker.listener.onFill(broker.fill("f1", 0, 100, "100"));
        broker.listener.onFill(broker.fill("f1", 0, 100, "100"));
        until(() -> rig.heard(OrderFilled.class).count() == 1);
        market.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(rig.fills()).containsExactly("BUY 100 AAPL at 100");
        assertThat(engine.figures().grossExposure()).isEqualTo(10_000);
        assertThat(broker.asked).containsExactly("BUY 100");
        assertThat(ends()).containsExactly(OrderEnd.Kind.UNKNOWN);
        rig.assertNothingLeft();
    }

    @Test
    void when_it_turns_out_to_be_dead_its_hold_goes_and_what_was_wished_meanwhile_is_sent_under_another_id()
            throws Exception {
        script.at(bars.get(1), Direction.LONG);
        anOrderIsLost();
        market.onBar(bars.get(1));
        signalsHeard(2);

        broker.listener.onOrderEnded(end(0, OrderEnd.Kind.CANCELLED));
        until(() -> broker.working.size() == 2);

        assertThat(broker.asked).containsExactly("BUY 100", "cancel", "BUY 100");
        assertThat(broker.working.get(1).id())
                .isNotEqualTo(broker.working.get(0).id());
        assertThat(engine.figures().grossExposure()).isEqualTo(10_000);
        broker.listener.onOrderEnded(end(1, OrderEnd.Kind.REJECTED));
        market.onEnd();
        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(engine.figures().grossExposure()).isZero();
        assertThat(ends()).containsExactly(OrderEnd.Kind.UNKNOWN, OrderEnd.Kind.CANCELLED, OrderEnd.Kind.REJECTED);
    }

    @Test
    void it_does_not_keep_an_exit_from_what_it_did_fill_waiting() throws Exception {
        script.at(bars.get(1), Direction.FLAT);
        anOrderIsLost();
        broker.listener.onFill(broker.fill("f1", 0, 40, "100"));
        until(() -> rig.heard(OrderFilled.class).count() == 1);

        market.onBar(bars.get(1));
        until(() -> broker.working.size() == 2);

        assertThat(broker.asked).containsExactly("BUY 100", "cancel", "SELL 40");
        broker.listener.onFill(broker.fill("f2", 1, 40, "100"));
        broker.listener.onOrderEnded(end(0, OrderEnd.Kind.CANCELLED));
        market.onEnd();
        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(engine.figures().grossExposure()).isZero();
    }

    @Test
    void a_lost_exit_is_not_sent_a_second_time_as_the_two_might_sell_short() throws Exception {
        script.at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.FLAT).at(bars.get(2), Direction.FLAT);
        engine = rig.builder(Sample.config(false)).strategy(script).build();
        engine.start();
        market = feed.listener.join();
        market.onBar(bars.get(0));
        until(() -> broker.working.size() == 1);
        broker.listener.onFill(broker.fill("f1", 0, 100, "100"));
        market.onBar(bars.get(1));
        until(() -> broker.working.size() == 2);
        broker.listener.onOrderEnded(end(1, OrderEnd.Kind.UNKNOWN));

        market.onBar(bars.get(2));
        market.onBar(bars.get(3));
        signalsHeard(3);
        broker.listener.onFill(broker.fill("f2", 1, 100, "100"));
        market.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(broker.asked).containsExactly("BUY 100", "SELL 100", "cancel");
        assertThat(engine.figures().grossExposure()).isZero();
    }

    /** Says of each order that is to be taken back that it is lost. */
    private final class ForgetfulBroker implements Broker {
        @Override
        public void connect(BrokerListener listener) {
            broker.connect(listener);
        }

        @Override
        public void submit(OrderIntent order) {
            broker.submit(order);
        }

        @Override
        public void cancel(String orderId) {
            broker.listener.onOrderEnded(new OrderEnd(orderId, OrderEnd.Kind.UNKNOWN, "lost"));
        }

        @Override
        public void close() {}
    }

    @Test
    void an_engine_that_fails_names_an_order_of_which_the_broker_says_only_that_it_is_lost() throws Exception {
        rig.trader = new ForgetfulBroker();
        script.at(bars.get(0), Direction.LONG);
        engine = rig.builder(Sample.config(false)).strategy(script).build();
        engine.start();
        market = feed.listener.join();
        market.onBar(bars.get(0));
        until(() -> broker.working.size() == 1);

        market.onFailure(new IllegalStateException("broken on purpose"));

        assertThat(engine.awaitEnd().orElseThrow().getSuppressed())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .hasMessageContaining("[" + broker.working.get(0).id() + "]"));
    }
}
