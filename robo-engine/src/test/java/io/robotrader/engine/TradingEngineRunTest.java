package io.robotrader.engine;

import static io.robotrader.engine.Sample.bar;
import static io.robotrader.engine.Sample.bars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.Bars;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TradingEngineRunTest {

    private final Rig rig = new Rig();

    @Test
    void a_signal_becomes_a_size_a_decision_a_fill_at_the_next_open_and_a_line_in_the_books() throws Exception {
        // given: up on the second date, bought at the open of the third
        List<Bar> bars = List.of(
                bar("AAPL", 0, 100, 100), bar("AAPL", 1, 100, 125), bar("AAPL", 2, 120, 130), bar("AAPL", 3, 130, 110));
        Script script = new Script().at(bars.get(1), Direction.LONG).at(bars.get(2), Direction.FLAT);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.heard.stream().<Class<?>>map(EngineEvent::getClass))
                .containsExactly(
                        RunBegan.class,
                        StateChanged.class,
                        StateChanged.class,
                        DayBegan.class,
                        BarTaken.class,
                        DayClosed.class,
                        DayBegan.class,
                        BarTaken.class,
                        SignalRaised.class,
                        EntrySized.class,
                        OrderDecided.class,
                        DayClosed.class,
                        DayBegan.class,
                        BarTaken.class,
                        OrderFilled.class,
                        SignalRaised.class,
                        OrderDecided.class,
                        DayClosed.class,
                        DayBegan.class,
                        BarTaken.class,
                        OrderFilled.class,
                        StateChanged.class,
                        DayClosed.class,
                        StateChanged.class);
        // 10 % of 100,000 at 125 are 80 shares
        assertThat(rig.decisions()).containsExactly("BUY 80 AAPL approved", "SELL 80 AAPL approved");
        assertThat(rig.fills()).containsExactly("BUY 80 AAPL at 120", "SELL 80 AAPL at 130");
        // Each ends in the number of its decision in the journal.
        assertThat(rig.submitted).extracting(OrderIntent::id).containsExactly("AAPL-20240305-11", "AAPL-20240306-17");
        assertThat(rig.heard(OrderFilled.class).map(OrderFilled::realizedPnl).toList())
                .satisfiesExactly(
                        bought -> assertThat(bought).isZero(),
                        sold -> assertThat(sold).isEqualByComparingTo("800"));
        assertThat(rig.heard(DayClosed.class).map(it -> it.figures().equity()))
                .containsExactly(100_000.0, 100_000.0, 100_800.0, 100_800.0);
        assertThat(rig.heard(DayClosed.class).map(it -> it.figures().dailyPnl()))
                .containsExactly(0.0, 0.0, 800.0, 0.0);
        assertThat(rig.heard(DayClosed.class).map(DayClosed::tradeDate))
                .containsExactly(
                        Sample.FIRST_DATE,
                        Sample.FIRST_DATE.plusDays(1),
                        Sample.FIRST_DATE.plusDays(2),
                        Sample.FIRST_DATE.plusDays(3));
        assertThat(rig.heard(DayClosed.class).map(DayClosed::at))
                .containsExactly(Sample.close(0), Sample.close(1), Sample.close(2), Sample.close(3));
    }

    @Test
    void en_5_the_states_come_in_their_order_and_the_engine_is_in_a_state_when_it_is_told() throws Exception {
        List<EngineState> asked = new ArrayList<>();
        TradingEngine[] engine = new TradingEngine[1];
        engine[0] = rig.builder(Sample.config(false))
                .listener(event -> {
                    if (event instanceof StateChanged) {
                        asked.add(engine[0].state());
                    }
                })
                .build();

        assertThat(engine[0].state()).isEqualTo(EngineState.INITIALIZING);
        engine[0].start();
        assertThat(engine[0].awaitEnd()).isEmpty();

        assertThat(rig.heard(StateChanged.class).map(StateChanged::to))
                .containsExactlyElementsOf(asked)
                .containsExactly(EngineState.READY, EngineState.RUNNING, EngineState.STOPPING, EngineState.STOPPED);
    }

    @Test
    void the_journal_has_an_event_before_any_listener_and_one_thread_writes() throws Exception {
        List<EngineEvent> early = new ArrayList<>();
        List<Bar> bars = bars("AAPL", 100, 101, 102);

        rig.run(
                rig.builder(Sample.config(false))
                        .strategy(new Script().at(bars.get(0), Direction.LONG))
                        .listener(event -> {
                            if (!rig.journaled.contains(event)) {
                                early.add(event);
                            }
                        }),
                bars);

        assertThat(early).isEmpty();
        assertThat(rig.heard).isEqualTo(rig.journaled);
        assertThat(rig.writers).hasSize(1);
    }

    @Test
    void the_same_bars_give_the_same_events() throws Exception {
        List<Bar> bars = Bars.merge(List.of(waves("AAPL", 100, 7), waves("MSFT", 300, 11)));
        Rig again = new Rig();

        rig.run(rig.builder(Sample.config(true)), bars);
        again.run(again.builder(Sample.config(true)), bars);

        assertThat(rig.heard(OrderFilled.class).count()).isGreaterThan(20);
        assertThat(again.heard).isEqualTo(rig.heard);
    }

    private static List<Bar> waves(String symbol, double middle, int period) {
        double[] closes = new double[300];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = Math.rint(100 * middle * (1 + 0.02 * Math.sin(2 * Math.PI * i / period))) / 100;
        }
        return bars(symbol, closes);
    }

    @Test
    void without_short_selling_a_wish_to_be_short_is_one_to_be_flat() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100, 100, 100);
        Script script = new Script().at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.SHORT);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.fills()).containsExactly("BUY 100 AAPL at 100", "SELL 100 AAPL at 100");
    }

    @Test
    void with_short_selling_a_long_position_is_closed_and_a_short_one_opened() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100, 100, 100, 100);
        Script script = new Script()
                .at(bars.get(0), Direction.LONG)
                .at(bars.get(1), Direction.SHORT)
                .at(bars.get(3), Direction.FLAT);

        rig.run(rig.builder(Sample.config(true)).strategy(script), bars);

        assertThat(rig.fills())
                .containsExactly(
                        "BUY 100 AAPL at 100", "SELL 100 AAPL at 100", "SELL 100 AAPL at 100", "BUY 100 AAPL at 100");
    }

    @Test
    void a_wish_for_what_is_held_already_trades_nothing() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100, 100);
        Script script = new Script()
                .at(bars.get(0), Direction.LONG)
                .at(bars.get(1), Direction.LONG)
                .at(bars.get(2), Direction.LONG);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.fills()).hasSize(1);
        assertThat(rig.decisions()).hasSize(1);
    }

    @Test
    void ks_9_the_daily_loss_refuses_an_entry_and_not_the_exit() throws Exception {
        // given: 100 shares that fall by 6, which is 0.6 % of the equity on one date
        List<Bar> bars = Bars.merge(List.of(
                List.of(bar("AAPL", 0, 100, 100), bar("AAPL", 1, 100, 94), bar("AAPL", 2, 94, 94)),
                List.of(bar("MSFT", 0, 300, 300), bar("MSFT", 1, 300, 300), bar("MSFT", 2, 300, 300))));
        Script script = new Script()
                .at(bars.get(0), Direction.LONG)
                .at(bars.get(2), Direction.FLAT)
                .at(bars.get(3), Direction.LONG);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.decisions())
                .containsExactly(
                        "BUY 100 AAPL approved",
                        "SELL 100 AAPL approved",
                        "BUY 33 MSFT [HALTED: the kill switch lets only exits through,"
                                + " DAILY_LOSS_LIMIT: 0.60 % reaches 0.50 %]");
        assertThat(rig.submitted).hasSize(2);
    }

    @Test
    void the_correlation_limit_refuses_a_second_bet_on_the_same_and_lets_a_hedge_pass() throws Exception {
        List<Bar> bars = Bars.merge(List.of(
                bars("AAPL", 100, 102, 101, 104, 103, 103, 103),
                bars("SAME", 200, 204, 202, 208, 206, 206, 206),
                bars("OPPO", 100, 98, 99, 96.06, 97, 97, 97)));
        Script script = new Script()
                .at(bars.get(12), Direction.LONG)
                .at(bars.get(16), Direction.LONG)
                .at(bars.get(17), Direction.LONG);

        rig.run(rig.builder(Sample.config(false, "off", "0.7")).strategy(script), bars);

        assertThat(rig.decisions())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("BUY 97 AAPL approved"),
                        same -> assertThat(same).startsWith("BUY 48 SAME [CORRELATION_LIMIT: 1.00 is above 0.70"),
                        hedge -> assertThat(hedge).endsWith("OPPO approved"));
    }

    @Test
    void a_correlation_that_is_not_known_opens_nothing() throws Exception {
        List<Bar> bars = Bars.merge(List.of(bars("AAPL", 100, 100, 100), bars("MSFT", 100, 100, 100)));
        Script script = new Script().at(bars.get(0), Direction.LONG).at(bars.get(3), Direction.LONG);

        rig.run(rig.builder(Sample.config(false, "off", "0.7")).strategy(script), bars);

        assertThat(rig.decisions().get(1)).startsWith("BUY 100 MSFT [").contains("not known");
    }

    @Test
    void a_signal_about_another_symbol_is_sized_at_the_price_of_that_symbol() throws Exception {
        List<Bar> bars = Bars.merge(List.of(bars("AAPL", 100, 100, 100), bars("MSFT", 200, 200, 200)));
        Script script = new Script().at(bars.get(1), "AAPL", Direction.LONG).at(bars.get(2), "MSFT", Direction.LONG);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.decisions()).containsExactly("BUY 100 AAPL approved", "BUY 50 MSFT approved");
        // The bar of MSFT that ended at the instant of the order began before it, and fills nothing.
        assertThat(rig.heard(OrderFilled.class).map(OrderFilled::at)).containsExactly(Sample.close(1), Sample.close(2));
    }

    @Test
    void the_engine_reads_the_look_back_of_momentum_and_the_period_of_the_true_range() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110);

        // All the cash at 105 and at 106, as the range is small; and nothing while it is not known.
        assertThat(firstSize(5, 3, bars)).isEqualTo(Sample.close(5) + " 952");
        assertThat(firstSize(6, 3, bars)).isEqualTo(Sample.close(6) + " 943");
        assertThat(firstSize(5, 7, bars)).isEqualTo(Sample.close(5) + " 0");
    }

    private static String firstSize(int lookback, int atrPeriod, List<Bar> bars) throws Exception {
        RoboConfig config = Sample.unlimited(false)
                .set("risk.positionSizingMethod", "atr")
                .set("data.atrPeriod", String.valueOf(atrPeriod))
                .set("strategy.momentumLookback", String.valueOf(lookback))
                .load()
                .config();
        Rig rig = new Rig();
        rig.run(rig.builder(config), bars);
        return rig.heard(EntrySized.class)
                .findFirst()
                .map(it -> it.at() + " " + it.size().quantity())
                .orElse("none");
    }

    @Test
    void orders_that_work_are_taken_back_at_the_end() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100);
        Script script = new Script().at(bars.get(1), Direction.LONG);

        rig.run(rig.builder(Sample.config(false)).strategy(script), bars);

        assertThat(rig.heard.stream().<Class<?>>map(EngineEvent::getClass).toList())
                .endsWith(
                        OrderDecided.class,
                        StateChanged.class,
                        CancelRequested.class,
                        OrderEnded.class,
                        DayClosed.class,
                        StateChanged.class);
        assertThat(rig.heard(DayClosed.class).toList())
                .last()
                .satisfies(it -> assertThat(it.figures().openPositions()).isZero());
    }

    @Test
    void the_engine_shows_its_figures_and_correlations() throws Exception {
        rig.source = HistoryFeed.of(Bars.merge(List.of(bars("AAPL", 100, 101, 100), bars("MSFT", 200, 202, 200))));
        TradingEngine engine = rig.builder(Sample.config(false)).build();
        assertThat(engine.figures().equity()).isEqualTo(100_000);

        engine.start();
        engine.awaitEnd();

        assertThat(engine.figures().equity()).isEqualTo(100_000);
        assertThat(engine.correlations().coefficient("AAPL", "MSFT")).isCloseTo(1, within(1e-9));
    }
}
