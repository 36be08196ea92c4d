package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import io.robotrader.risk.rule.Violation;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeBound;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalPayloadTest {
    private static final Instant AT = Instant.parse("2024-03-08T21:00:00Z");
    private static final OrderIntent ORDER =
            OrderIntent.limit("o-1", "AAPL", Side.BUY, 100, 170.1).withStop(161.5);

    @TempDir
    private Path folder;

    private JournalEntry written(EngineEvent event) {
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal"))) {
            journal.append(event);

            List<JournalEntry> entries = journal.read();

            return entries.get(entries.size() - 1);
        }
    }

    private String decided(Violation violation) {
        return written(new OrderDecided(AT, ORDER, new RiskDecision.Rejected(List.of(violation))))
                .payload();
    }

    @Test
    void every_kind_of_event_is_written_as_documented() {
        Fill fill = new Fill(
                "f-1",
                "o-1",
                "AAPL",
                Side.SELL,
                100,
                new BigDecimal("170.10"),
                new BigDecimal("1.00"),
                Instant.parse("2024-03-08T20:59:59.123456789Z"));
        Map<EngineEvent, JournalEntry> expected = new LinkedHashMap<>();
        expected.put(
                new StateChanged(AT, EngineState.READY, EngineState.RUNNING),
                entry(1, "StateChanged", null, null, "{'from':'READY','to':'RUNNING'}"));
        expected.put(
                new SignalRaised(AT, new Signal("momentum", "AAPL", Signal.Direction.LONG, "say \"up\"\n")),
                entry(
                        2,
                        "SignalRaised",
                        "AAPL",
                        null,
                        "{'signal':{'strategy':'momentum','symbol':'AAPL','direction':'LONG','reason':'say"
                                + " \\\"up\\\"\\n"
                                + "','confidence':1.0}}"));
        expected.put(
                new EntrySized(AT, "AAPL", new PositionSize(0, SizeBound.NO_EQUITY)),
                entry(
                        3,
                        "EntrySized",
                        "AAPL",
                        null,
                        "{'symbol':'AAPL','size':{'quantity':0,'boundBy':'NO_EQUITY',"
                                + "'steps':[{'by':'NO_EQUITY','name':'NO_EQUITY','factor':1.0,'quantity':0}]}}"));
        expected.put(
                new OrderDecided(AT, ORDER, RiskDecision.Approved.APPROVED),
                entry(
                        4,
                        "OrderDecided",
                        "AAPL",
                        "o-1",
                        "{'order':{'id':'o-1','symbol':'AAPL','side':'BUY','quantity':100,'limitPrice':170.1,'stopPrice':161.5},"
                                + "'decision':{'approved':true,'violations':[]}}"));
        expected.put(
                new OrderFilled(AT, fill, new BigDecimal("-12.3400")),
                entry(
                        5,
                        "OrderFilled",
                        "AAPL",
                        "o-1",
                        "{'fill':{'id':'f-1','orderId':'o-1','symbol':'AAPL','side':'SELL','quantity':100,'price':170.10,"
                                + "'commission':1.00,'time':'2024-03-08T20:59:59.123456789Z'},'realizedPnl':-12.3400}"));
        expected.put(
                new CommissionCharged(
                        AT, new LateCommission("f-1", "o-1", "AAPL", new BigDecimal("-0.20"), AT.minusNanos(1))),
                entry(
                        6,
                        "CommissionCharged",
                        "AAPL",
                        "o-1",
                        "{'fillId':'f-1','amount':-0.20,'time':'2024-03-08T20:59:59.999999999Z'}"));
        expected.put(
                new OrderEnded(AT, new OrderEnd("o-2", OrderEnd.Kind.REJECTED, "no such symbol")),
                entry(
                        7,
                        "OrderEnded",
                        null,
                        "o-2",
                        "{'end':{'orderId':'o-2','kind':'REJECTED','reason':'no such symbol'}}"));
        expected.put(
                new DayClosed(
                        AT,
                        LocalDate.of(2024, 3, 8),
                        new AccountFigures(100000.1, 5e4, Double.NaN, -0.25, 1e10, Double.POSITIVE_INFINITY, 2)),
                entry(
                        8,
                        "DayClosed",
                        null,
                        null,
                        "{'tradeDate':'2024-03-08','figures':{'equity':100000.1,'buyingPower':50000.0,'startOfDayEquity':null,"
                                + "'dailyPnl':-0.25,'grossExposure':1.0E10,'riskAtStops':'Infinity','openPositions':2}}"));
        expected.put(
                new RunBegan(AT, "{\"mode\":\"paper\"}"),
                entry(9, "RunBegan", null, null, "{'settings':'{\\'mode\\':\\'paper\\'}'}"));
        expected.put(
                new BarTaken(AT, new Bar("AAPL", AT, 170, 171.5, 169.25, 171, OptionalDouble.of(1200))),
                entry(
                        10,
                        "BarTaken",
                        "AAPL",
                        null,
                        "{'bar':{'symbol':'AAPL','time':'2024-03-08T21:00:00Z','open':170.0,'high':171.5,'low':169.25,"
                                + "'close':171.0,'volume':1200.0}}"));
        expected.put(
                new DataRefused(AT, "AAPL", "stale"),
                entry(11, "DataRefused", "AAPL", null, "{'symbol':'AAPL','reason':'stale'}"));
        expected.put(
                new DayBegan(AT, LocalDate.of(2024, 3, 8), 100_000),
                entry(12, "DayBegan", null, null, "{'tradeDate':'2024-03-08','equity':100000.0}"));
        expected.put(
                new OrderAcknowledged(AT, "o-1", "4711"),
                entry(13, "OrderAcknowledged", null, "o-1", "{'orderId':'o-1','brokerId':'4711'}"));
        expected.put(
                new CancelRequested(AT, "o-1", "halted"),
                entry(14, "CancelRequested", null, "o-1", "{'orderId':'o-1','reason':'halted'}"));
        Halt halt = new Halt(HaltLevel.HALT, HaltTrigger.PERSON, "fat finger", AT, true);
        expected.put(
                new Halted(AT, halt),
                entry(
                        15,
                        "Halted",
                        null,
                        null,
                        "{'halt':{'level':'HALT','trigger':'PERSON','reason':'fat finger','at':'2024-03-08T21:00:00Z',"
                                + "'flatten':true}}"));
        expected.put(
                new HaltLifted(AT, new HaltReset(halt, "ada", "looked", AT)),
                entry(
                        16,
                        "HaltLifted",
                        null,
                        null,
                        "{'reset':{'lifted':{'level':'HALT','trigger':'PERSON','reason':'fat finger',"
                                + "'at':'2024-03-08T21:00:00Z','flatten':true},'who':'ada','why':'looked',"
                                + "'at':'2024-03-08T21:00:00Z'}}"));
        expected.put(
                new ConnectionChanged(AT, false, "1100"),
                entry(17, "ConnectionChanged", null, null, "{'up':false,'detail':'1100'}"));
        expected.put(
                new Reconciled(
                        AT,
                        List.of(new Difference(
                                Difference.Kind.POSITION, "AAPL", "100", "90", Difference.Action.ADOPTED))),
                entry(
                        18,
                        "Reconciled",
                        null,
                        null,
                        "{'differences':[{'kind':'POSITION','subject':'AAPL','ours':'100','theirs':'90',"
                                + "'action':'ADOPTED'}]}"));
        expected.put(
                new PositionAdopted(AT, "AAPL", -90, new BigDecimal("170.1000"), new BigDecimal("-15390")),
                entry(
                        19,
                        "PositionAdopted",
                        "AAPL",
                        null,
                        "{'symbol':'AAPL','quantity':-90,'averagePrice':170.1000,'moved':-15390}"));
        expected.put(
                new CashAdopted(AT, new BigDecimal("100.50"), new BigDecimal("-1E+2")),
                entry(20, "CashAdopted", null, null, "{'cash':100.50,'moved':-1E+2}"));
        expected.put(
                new TroubleNoted(AT, "health", "slow"),
                entry(21, "TroubleNoted", null, null, "{'where':'health','message':'slow'}"));
        expected.put(
                new HoldChanged(AT, "PERSON", true, "Ann: lunch"),
                entry(22, "HoldChanged", null, null, "{'reason':'PERSON','placed':true,'why':'Ann: lunch'}"));

        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal"))) {
            expected.keySet().forEach(journal::append);

            assertThat(journal.read()).containsExactlyElementsOf(expected.values());
            assertThat(journal.past()).containsExactlyElementsOf(expected.keySet());
        }

        assertThat(expected.keySet().stream().map(Object::getClass))
                .as("a new kind of event needs its line here")
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(EngineEvent.class.getPermittedSubclasses()));
    }

    @Test
    void an_end_that_is_not_known_is_written_as_such() {
        EngineEvent event = new OrderEnded(AT, new OrderEnd("o-3", OrderEnd.Kind.UNKNOWN, "not told"));

        assertThat(written(event).payload())
                .isEqualTo(json("{'end':{'orderId':'o-3','kind':'UNKNOWN','reason':'not told'}}"));
    }

    @Test
    void a_market_order_has_null_prices() {
        EngineEvent event =
                new OrderDecided(AT, OrderIntent.market("o-1", "AAPL", Side.SELL, 5), RiskDecision.Approved.APPROVED);

        assertThat(written(event).payload()).contains("\"limitPrice\":null,\"stopPrice\":null");
    }

    @Test
    void a_refusal_tells_each_violation_with_its_numbers_and_its_sentence() {
        assertThat(decided(Violation.of(Limit.of(LimitKind.ORDER_NOTIONAL_LIMIT, 10_000), 17_010)))
                .endsWith(json("'decision':{'approved':false,'violations':[{'kind':'ORDER_NOTIONAL_LIMIT',"
                        + "'limitKind':'ORDER_NOTIONAL_LIMIT','limitName':'ORDER_NOTIONAL_LIMIT','observed':17010.0,"
                        + "'limit':10000.0,'unit':'MONEY','sense':'AT_MOST','detail':null,"
                        + "'message':'ORDER_NOTIONAL_LIMIT: 17,010.00 is above 10,000.00'}]}}"));
    }

    @Test
    void a_refusal_for_an_unknown_number_keeps_the_limit_that_needed_it() {
        assertThat(decided(Violation.of(Limit.custom("gamma", 5, Unit.COUNT), Double.NaN)))
                .contains(json("'kind':'UNKNOWN_DATA','limitKind':'CUSTOM','limitName':'gamma','observed':null,"
                        + "'limit':5.0,'unit':'COUNT','sense':'AT_MOST','detail':null,"));
    }

    @Test
    void a_refusal_without_numbers_keeps_its_detail() {
        assertThat(decided(Violation.of(LimitKind.INVALID_ORDER, "not allowed")))
                .contains(json("'observed':null,'limit':0.0,'unit':'NONE','sense':'AT_MOST','detail':'not allowed',"
                        + "'message':'INVALID_ORDER: not allowed'"));
    }

    @Test
    void amounts_of_the_books_keep_every_digit_and_their_scale() {
        Fill fill = new Fill(
                "f-1",
                "o-1",
                "AAPL",
                Side.BUY,
                OrderIntent.MAX_QUANTITY,
                new BigDecimal("0.1000000000000000055511151231257827"),
                new BigDecimal("0E-8"),
                AT);

        assertThat(written(new OrderFilled(AT, fill, new BigDecimal("1E+3"))).payload())
                .contains(
                        json("'quantity':1000000000000,'price':0.1000000000000000055511151231257827,'commission':0E-8"))
                .endsWith(json("'realizedPnl':1E+3}"));
    }

    private static JournalEntry entry(long sequence, String kind, String symbol, String orderId, String payload) {
        return new JournalEntry(
                sequence, AT, kind, Optional.ofNullable(symbol), Optional.ofNullable(orderId), json(payload));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
