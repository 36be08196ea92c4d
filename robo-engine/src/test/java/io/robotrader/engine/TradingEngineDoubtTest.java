package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.HoldReason;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A price that waits for a person: how long, what is told of it, and what becomes of a position meanwhile. */
@Timeout(60)
class TradingEngineDoubtTest {

    private static final int DAY = 24 * 60;

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static Bar bar(String symbol, int minute, double price) {
        return Stage.minute(symbol, minute, price, price, price);
    }

    private void refused(Bar bar) throws InterruptedException {
        long before = stage.engine.view().counts().dataRefused();
        stage.feed.listener.join().onBar(bar);
        stage.until(view -> view.counts().dataRefused() > before);
    }

    private void resume() {
        stage.engine.resume("Ann");
        stage.until(view -> view.doubts().isEmpty());
    }

    private List<String> blind() {
        return stage.heard(TroubleNoted.class)
                .filter(it -> it.where().startsWith("position in "))
                .map(it -> it.where() + ": " + it.message())
                .toList();
    }

    private List<String> exits() {
        return stage.heard(SignalRaised.class)
                .filter(it -> it.signal().strategy().equals("protection"))
                .map(it -> it.signal().symbol() + " " + it.signal().reason())
                .toList();
    }

    @Test
    void a_hold_waits_for_a_person_after_a_restart_however_many_nights_have_passed() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        refused(bar("AAPL", DAY, 50));

        stage.restart(it -> it);
        for (int minute = 0; minute < 4; minute++) {
            refused(bar("AAPL", 7 * DAY + minute, 50));
        }
        stage.restart(it -> it);
        refused(bar("AAPL", 8 * DAY, 70));

        assertThat(stage.engine.view().doubts())
                .hasEntrySatisfying("AAPL", why -> assertThat(why).contains("went from 100.0 to 70.0"));
        resume();
        stage.bar("AAPL", 8 * DAY + 1, 70.1);
        assertThat(stage.heard(BarTaken.class).map(it -> it.bar().close())).containsExactly(100.0, 70.0, 70.1);
    }

    @Test
    void a_stop_judges_the_latest_price_at_once_when_a_person_resumes_and_nothing_before() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        refused(bar("AAPL", DAY, 50));
        refused(bar("AAPL", DAY + 1, 51));
        assertThat(stage.broker.asked)
                .as("a price that may be none sells nothing")
                .containsExactly("BUY 100");
        assertThat(blind())
                .containsExactly("position in AAPL: 100 shares are held, and neither their stop at 98.0 nor another"
                        + " exit sees a price until one is believed");

        resume();

        assertThat(exits()).containsExactly("AAPL the stop at 98.0 was hit by 51.0");
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
        assertThat(stage.engine.view().positions().get(0).mark()).hasValue(51);
        assertThat(stage.heard(HoldChanged.class).skip(1).map(HoldChanged::why))
                .containsExactly(
                        "a person says that it is right: AAPL SPLIT_LIKE: went from 100.0 to 51.0, near 0.5 : 1");
    }

    @Test
    void a_stop_judges_the_bar_that_makes_the_level_and_is_told_to_be_blind_before() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        refused(bar("AAPL", 2, 60));
        refused(bar("AAPL", 3, 60));
        assertThat(blind()).hasSize(1);
        assertThat(stage.broker.asked).containsExactly("BUY 100");

        stage.bar("AAPL", 4, 60);

        assertThat(exits()).containsExactly("AAPL the stop at 98.0 was hit by 60.0");
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
    }

    @Test
    void blindness_is_told_again_when_it_comes_again_and_not_of_what_nobody_holds() throws Exception {
        stage.start().open("AAPL", 1);
        refused(bar("AAPL", 2, 10));
        stage.bar("MSFT", 2, 100);
        refused(bar("MSFT", 3, 10));
        stage.bar("AAPL", 3, 100);
        refused(bar("AAPL", 4, 1000));

        assertThat(blind()).hasSize(2).allMatch(it -> it.contains("100 shares are held, and no exit sees a price"));
    }

    @Test
    void on_a_price_that_a_person_confirms_nothing_is_opened_and_on_the_next_it_may_be() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        Bar old = bar("AAPL", DAY, 50);
        stage.script.at(old, Direction.LONG);
        refused(old);

        resume();

        assertThat(stage.heard(SignalRaised.class)).hasSize(1);
        assertThat(stage.broker.working).isEmpty();
        Bar next = bar("AAPL", DAY + 1, 50);
        stage.script.at(next, Direction.LONG);
        stage.bar(next);
        assertThat(stage.broker.working).hasSize(1);
    }

    @Test
    void who_is_to_confirm_sees_each_symbol_with_the_price_before_and_the_latest() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        stage.bar("MSFT", 1, 40);
        refused(bar("MSFT", DAY, 10));
        refused(bar("AAPL", DAY, 50));
        refused(bar("AAPL", DAY + 1, 51));

        assertThat(stage.engine.view().doubts())
                .containsOnlyKeys("AAPL", "MSFT")
                .containsEntry("AAPL", "AAPL SPLIT_LIKE: went from 100.0 to 51.0, near 0.5 : 1")
                .containsEntry("MSFT", "MSFT SPLIT_LIKE: went from 40.0 to 10.0, near 0.25 : 1");
        assertThat(stage.heard(HoldChanged.class)).as("each doubt is news once").hasSize(2);
    }

    @Test
    void of_a_date_that_is_over_a_confirmed_price_is_the_level_and_the_next_bar_is_judged() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        refused(bar("AAPL", DAY, 50));
        stage.bar("MSFT", 2 * DAY, 100);

        resume();

        assertThat(stage.broker.asked).containsExactly("BUY 100");
        stage.bar("AAPL", 2 * DAY + 1, 50.2);
        assertThat(exits()).containsExactly("AAPL the stop at 98.0 was hit by 50.2");
    }

    @Test
    void a_run_in_which_two_stops_were_hit_by_confirmed_prices_is_the_same_again() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("MSFT", 1);
        stage.open("AAPL", 1);
        refused(bar("AAPL", DAY + 1, 50));
        refused(bar("MSFT", DAY, 50));
        stage.engine.pause("Ann", "to look at the prices");
        resume();
        stage.until(view -> view.state() == EngineState.RUNNING);
        stage.until(() -> stage.broker.working.size() == 4);
        stage.fill("50");
        stage.bar("MSFT", DAY + 2, 50);
        stage.close();

        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            assertThat(JournalReplay.of(journal)
                            .engine(it -> it.strategy(stage.script).protectiveStops(true))
                            .all())
                    .allSatisfy(it -> assertThat(it.difference()).isEmpty());
        }
    }

    private void replayedTheSame(UnaryOperator<TradingEngineBuilder> setUp) throws Exception {
        stage.close();
        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            assertThat(JournalReplay.of(journal)
                            .engine(it -> setUp.apply(it.strategy(stage.script)))
                            .all())
                    .allSatisfy(it -> assertThat(it.difference()).isEmpty());
        }
    }

    /** Long, and the price in doubt; upon its confirmation the strategy wishes something. */
    private void confirmedWith(Direction wish) throws Exception {
        stage.config = Sample.config(true, "off", "off");
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        Bar old = bar("AAPL", DAY, 51);
        stage.script.at(old, wish);
        refused(old);
        resume();
    }

    @Test
    void a_position_is_not_turned_round_by_a_wish_on_a_confirmed_price_when_its_exit_is_filled() throws Exception {
        confirmedWith(Direction.SHORT);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel");

        stage.fill("51");
        stage.bar("AAPL", DAY + 1, 51);

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel");
        assertThat(stage.engine.view().positions()).isEmpty();
        replayedTheSame(it -> it.protectiveStops(true));
    }

    @Test
    void a_position_is_left_and_not_turned_round_by_a_wish_on_a_confirmed_price_when_its_exit_is_taken_back()
            throws Exception {
        confirmedWith(Direction.SHORT);

        stage.broker.listener.onOrderEnded(stage.broker.cancelled(1));
        stage.until(() -> stage.broker.working.size() == 3);
        stage.fill("51");
        stage.bar("AAPL", DAY + 1, 51);

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel", "SELL 100");
        assertThat(stage.engine.view().positions()).isEmpty();
    }

    @Test
    void an_exit_goes_on_and_nothing_is_bought_back_by_a_wish_on_a_confirmed_price() throws Exception {
        confirmedWith(Direction.LONG);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");

        stage.fill("51");
        stage.bar("AAPL", DAY + 1, 51);

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
        assertThat(stage.engine.view().positions()).isEmpty();
        replayedTheSame(it -> it.protectiveStops(true));
    }

    @Test
    void on_a_confirmed_price_nothing_is_opened_in_another_symbol_either_and_it_may_be_left() throws Exception {
        stage.start().open("SAME", 1);
        stage.bar("AAPL", 1, 100);
        stage.bar("MSFT", 1, 100);
        Bar first = bar("AAPL", DAY, 50);
        Bar second = bar("MSFT", DAY, 50);
        stage.script.at(first, "OPPO", Direction.LONG).at(second, "SAME", Direction.FLAT);
        stage.bar("OPPO", DAY, 100);
        refused(first);
        refused(second);

        resume();

        assertThat(stage.heard(SignalRaised.class)).hasSize(3);
        assertThat(stage.decisions()).containsExactly("BUY 100 SAME approved", "SELL 100 SAME approved");
        replayedTheSame(it -> it.protectiveStops(false));
    }

    @Test
    void a_wish_from_before_a_doubt_opens_nothing_after_it() throws Exception {
        stage.config = Sample.config(true, "off", "off");
        stage.start().open("AAPL", 1);
        stage.wish("AAPL", 2, Direction.FLAT);
        stage.wish("AAPL", 3, Direction.SHORT);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel");
        refused(bar("AAPL", DAY, 51));
        resume();

        stage.fill("51");

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "cancel");
        assertThat(stage.engine.view().positions()).isEmpty();
    }

    @Test
    void a_doubt_of_which_no_price_was_seen_in_this_run_outlives_a_resume_until_one_was() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        stage.bar("MSFT", 1, 40);
        refused(bar("AAPL", DAY, 50));
        stage.engine.pause("Ann", "lunch");
        stage.until(view -> view.state() == EngineState.PAUSED);
        stage.restart(it -> it.protectiveStops(true));
        refused(bar("MSFT", 2 * DAY, 10));

        stage.engine.resume("Ann");
        stage.until(view -> view.state() == EngineState.RUNNING);

        assertThat(stage.engine.view().doubts()).containsOnlyKeys("AAPL");
        assertThat(stage.heard(TroubleNoted.class).map(it -> it.where() + ": " + it.message()))
                .contains(
                        "market data: AAPL stays in doubt although a person has resumed, as none of its prices has come"
                                + " since the start: AAPL SPLIT_LIKE: went from 100.0 to 50.0, near 0.5 : 1");
        refused(bar("AAPL", 2 * DAY + 1, 20));
        assertThat(exits()).isEmpty();
        resume();
        assertThat(exits()).containsExactly("AAPL the stop at 98.0 was hit by 20.0");
        replayedTheSame(it -> it.protectiveStops(true));
    }

    @Test
    void a_pause_that_is_asked_for_while_prices_are_let_in_stays() throws Exception {
        stage.start(it -> it.protectiveStops(true).listener(event -> {
            if (event instanceof SignalRaised raised
                    && raised.signal().symbol().equals("MSFT")
                    && exits().size() == 1) {
                stage.engine.pause("Bob", "a stop was hit");
            }
        }));
        stage.open("MSFT", 1);
        stage.open("AAPL", 1);
        refused(bar("MSFT", DAY, 50));
        refused(bar("AAPL", DAY + 1, 50));
        stage.engine.pause("Ann", "to look at the prices");
        stage.until(view -> view.state() == EngineState.PAUSED);

        resume();

        assertThat(exits()).hasSize(2);
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().holds()).containsEntry(HoldReason.PERSON, "Bob: a stop was hit");
        stage.engine.resume("Ann");
        stage.until(view -> view.state() == EngineState.RUNNING);
        replayedTheSame(it -> it.protectiveStops(true));
    }

    @Test
    void a_run_whose_exit_is_taken_back_on_a_confirmed_price_by_a_broker_that_answers_at_once_is_the_same_again()
            throws Exception {
        stage.trader = PaperBroker.free();
        stage.start(it -> it.protectiveStops(true));
        stage.wish("AAPL", 1, Direction.LONG);
        // Filled within the bar, before the strategy sees it.
        stage.wish("AAPL", 2, Direction.LONG);
        Bar old = bar("AAPL", DAY, 51);
        stage.script.at(old, Direction.FLAT);
        refused(old);
        resume();
        stage.bar("AAPL", DAY + 1, 51);
        stage.until(view -> view.positions().isEmpty());

        assertThat(stage.heard(OrderEnded.class)).isNotEmpty();
        replayedTheSame(it -> it.protectiveStops(true));
    }
}
