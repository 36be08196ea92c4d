package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stops that rest at the broker while the engine does not run, if that is asked for. */
@Timeout(60)
class TradingEngineStopsLeftTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage = new Stage();
    private AccountBroker broker = new AccountBroker(stage.broker);

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static TradingEngineBuilder leaving(TradingEngineBuilder builder) {
        return builder.protectiveStops(true).leaveStops(true);
    }

    private void start() {
        stage.broker.holdsStops = true;
        stage.trader = broker;
        stage.start(TradingEngineStopsLeftTest::leaving);
    }

    /** Stops with 100 shares and their stop at the broker, who goes on with both. */
    private OrderIntent openAndStop() throws Exception {
        start();
        stage.open("AAPL", 1);
        assertThat(stage.engine.stop(PATIENCE)).isTrue();
        return stage.broker.working.get(1);
    }

    private AccountBroker next(Fill... more) {
        List<Fill> trades = new ArrayList<>(
                List.of(stage.broker.fill(stage.broker.working.get(0).id() + "-f", 0, 100, "100")));
        trades.addAll(List.of(more));
        stage.broker = new HandBroker();
        broker = new AccountBroker(stage.broker);
        broker.trades = trades;
        return broker;
    }

    private static OpenOrder atBroker(OrderIntent order) {
        return new OpenOrder(order.id(), "77", order.symbol(), order.side(), order.quantity(), 0, false);
    }

    private List<EngineEvent> written() {
        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            return journal.past().toList();
        }
    }

    @Test
    void no_stop_is_left_where_the_price_is_in_doubt_and_that_nothing_guards_the_position_is_told() throws Exception {
        start();
        stage.open("AAPL", 1);
        stage.open("MSFT", 1);
        Bar split = Stage.minute("AAPL", 24 * 60, 25, 25, 25);
        stage.feed.listener.join().onBar(split);
        stage.until(view -> !view.doubts().isEmpty());

        assertThat(stage.engine.stop(PATIENCE)).isTrue();

        assertThat(stage.broker.asked).containsExactly("BUY 100", "BUY 100", "stop SELL 100 MSFT at 98.0");
        assertThat(written().stream().filter(TroubleNoted.class::isInstance).map(it -> ((TroubleNoted) it).message()))
                .contains("no stop of AAPL is left at the broker: its price is in doubt, so nothing guards its 100"
                        + " shares");
    }

    @Test
    void each_position_has_its_stop_at_the_broker_when_trading_stops_and_the_journal_has_it_before() throws Exception {
        stage.config = Sample.config(true, "off", "off");
        Bar sold = Stage.minute("MSFT", 1, 50, 50, 50);
        stage.script.at(sold, Direction.SHORT);
        start();
        stage.open("AAPL", 1);
        stage.bar(sold);
        stage.fill("50");

        assertThat(stage.engine.stop(PATIENCE)).isTrue();

        assertThat(stage.broker.asked)
                .containsExactly("BUY 100", "SELL 200", "stop SELL 100 AAPL at 98.0", "stop BUY 200 MSFT at 51.0");
        List<EngineEvent> written = written();
        for (OrderIntent left : stage.broker.working.subList(2, 4)) {
            assertThat(Protection.isProtective(left.id())).isTrue();
            assertThat(written)
                    .filteredOn(it -> (it instanceof OrderDecided decided
                                    && decided.order().equals(left))
                            || (it instanceof OrderAcknowledged told
                                    && told.orderId().equals(left.id())))
                    .extracting(it -> it.getClass().getSimpleName())
                    .containsExactly("OrderDecided", "OrderAcknowledged");
        }
        assertThat(stage.heard(OrderEnded.class)).isEmpty();
    }

    @Test
    void none_is_left_by_default_nor_in_shadow_nor_at_a_broker_that_holds_none() throws Exception {
        stage.broker.holdsStops = true;
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        stage.engine.stop(PATIENCE);
        assertThat(stage.broker.asked).containsExactly("BUY 100");

        stage.broker = new HandBroker();
        stage.broker.holdsStops = true;
        stage.trader = stage.broker;
        stage.start(it -> leaving(it).shadow());
        stage.engine.stop(PATIENCE);
        assertThat(stage.broker.asked).isEmpty();

        stage.restart(TradingEngineStopsLeftTest::leaving);
        assertThat(stage.engine.stop(PATIENCE)).isTrue();
        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.heard(OrderDecided.class)).hasSize(1);
        assertThat(stage.heard(TroubleNoted.class)).isEmpty();
    }

    @Test
    void what_works_is_taken_back_first_and_the_stop_is_for_what_is_held_then() throws Exception {
        Bar exit = Stage.minute("AAPL", 2, 100, 100, 100);
        stage.script.at(exit, Direction.FLAT);
        start();
        stage.open("AAPL", 1);
        stage.bar(exit);
        stage.broker.acknowledges = false;

        Thread stopping = new Thread(() -> stopPatiently());
        stopping.start();
        stage.until(() -> stage.broker.asked.contains("cancel"));
        stage.broker.listener.onFill(stage.broker.fill("part", 1, 40, "100"));
        stage.broker.listener.onOrderEnded(stage.broker.cancelled(1));
        stage.until(() -> stage.broker.asked.size() == 4);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel", "stop SELL 60 AAPL at 98.0");
        assertThat(stage.engine.state()).as("it waits to be acknowledged").isEqualTo(EngineState.STOPPING);
        stage.broker.listener.onAcknowledged(stage.broker.working.get(2).id(), "77");
        stopping.join();

        assertThat(stage.engine.state()).isEqualTo(EngineState.STOPPED);
    }

    private void stopPatiently() {
        try {
            stage.engine.stop(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void none_is_left_for_shares_that_an_order_gives_back_which_is_kept() throws Exception {
        Bar exit = Stage.minute("AAPL", 2, 100, 100, 100);
        stage.script.at(exit, Direction.FLAT);
        stage.broker.holdsStops = true;
        stage.start(it -> leaving(it).keepProtective(true)).open("AAPL", 1);
        stage.bar(exit);

        assertThat(stage.engine.stop(PATIENCE)).isTrue();

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
    }

    @Test
    void one_that_the_broker_is_silent_about_is_unknown_after_the_deadline_and_a_lost_order_keeps_none_away()
            throws Exception {
        Bar entry = Stage.minute("MSFT", 2, 100, 100, 100);
        stage.script.at(entry, Direction.LONG);
        start();
        stage.open("AAPL", 1);
        stage.bar(entry);
        stage.broker.acknowledges = false;

        assertThat(stage.engine.stop(Duration.ZERO)).isTrue();

        assertThat(stage.broker.asked).containsExactly("BUY 100", "BUY 100", "cancel", "stop SELL 100 AAPL at 98.0");
        assertThat(stage.heard(OrderEnded.class).map(it -> it.end()))
                .containsExactly(
                        new OrderEnd(
                                stage.broker.working.get(1).id(),
                                OrderEnd.Kind.UNKNOWN,
                                "the broker has not told its end within PT0S of the stop"),
                        new OrderEnd(
                                stage.broker.working.get(2).id(),
                                OrderEnd.Kind.UNKNOWN,
                                "the broker has not acknowledged it within PT0S of the stop"));
    }

    @Test
    void a_broker_that_breaks_is_told_of_and_the_stop_goes_on() throws Exception {
        start();
        stage.open("AAPL", 1);
        stage.broker.breaks = true;

        assertThat(stage.engine.stop(PATIENCE)).isTrue();

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.heard(TroubleNoted.class))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("no stop of AAPL is left", "no line"));
        assertThat(stage.heard(OrderEnded.class))
                .singleElement()
                .satisfies(it -> assertThat(it.end().kind()).isEqualTo(OrderEnd.Kind.REJECTED));
    }

    @Test
    void the_next_run_takes_the_stop_back_and_sells_nothing_until_it_has_ended() throws Exception {
        OrderIntent left = openAndStop();
        AccountBroker next = next();
        next.held = List.of(new Held("AAPL", 100, new BigDecimal("100")));
        next.cash = "90000";
        next.open = List.of(atBroker(left));

        // when: it begins, and the market is below the stop
        start();
        stage.bar("AAPL", 2, 97);
        stage.bar("AAPL", 3, 96);

        // then
        assertThat(stage.broker.recalled).contains(left);
        assertThat(stage.broker.asked).containsExactly("cancel");
        assertThat(stage.heard(CancelRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.orderId()).isEqualTo(left.id()));
        assertThat(stage.heard(Reconciled.class))
                .allSatisfy(it -> assertThat(it.differences()).isEmpty());

        // and: the engine's own stop sells, when the broker's is over, what is held
        stage.broker.listener.onOrderEnded(new OrderEnd(left.id(), OrderEnd.Kind.CANCELLED, "as asked"));
        stage.until(view -> view.orders().isEmpty());
        stage.bar("AAPL", 4, 96);
        assertThat(stage.broker.asked).containsExactly("cancel", "SELL 100");
    }

    @Test
    void what_the_stop_has_sold_meanwhile_is_booked_once() throws Exception {
        OrderIntent left = openAndStop();
        Fill sold = stage.broker.fill("stopped", 1, 100, "98");
        AccountBroker next = next(sold);
        next.cash = "99800";

        start();
        stage.broker.listener.onFill(sold);
        stage.bar("AAPL", 2, 97);

        assertThat(stage.heard(OrderFilled.class)
                        .filter(it -> it.fill().orderId().equals(left.id())))
                .hasSize(1);
        assertThat(stage.engine.view().positions()).isEmpty();
        assertThat(stage.engine.view().orders()).isEmpty();
        assertThat(stage.engine.figures().equity()).isEqualTo(99_800);
        assertThat(stage.broker.asked).isEmpty();
    }

    @Test
    void at_a_broker_that_does_not_show_its_books_it_stays_unknown_and_is_not_sold_twice() throws Exception {
        OrderIntent left = openAndStop();
        stage.broker = new HandBroker();
        stage.broker.holdsStops = true;
        stage.trader = stage.broker;
        stage.start(TradingEngineStopsLeftTest::leaving);

        stage.bar("AAPL", 2, 97);
        stage.bar("AAPL", 3, 96);

        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.engine.view().orders()).singleElement().satisfies(it -> {
            assertThat(it.order()).isEqualTo(left);
            assertThat(it.isUnknown()).isTrue();
        });
        // And no second one is left beside it.
        stage.engine.stop(Duration.ZERO);
        assertThat(stage.broker.asked).containsExactly("cancel");
    }

    @Test
    void a_run_that_left_stops_comes_out_the_same_again() throws Exception {
        openAndStop();

        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            List<ReplayResult> results = JournalReplay.of(journal)
                    .engine(it -> leaving(it).strategy(stage.script))
                    .all();

            assertThat(results).singleElement().satisfies(it -> {
                assertThat(it.difference().map(ReplayDifference::message)).isEmpty();
                assertThat(it.endedEarly()).isEmpty();
                assertThat(it.compared()).containsEntry("OrderDecided", 2L).containsEntry("OrderAcknowledged", 1L);
                assertThat(it.last()).isEqualTo(journal.lastSequence());
            });
        }
    }
}
