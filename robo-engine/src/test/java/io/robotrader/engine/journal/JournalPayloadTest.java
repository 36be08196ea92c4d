package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
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
                        "{'signal':{'strategy':'momentum','symbol':'AAPL','direction':'LONG','reason':'say \\\"up\\\"\\n'}}"));
        expected.put(
                new EntrySized(AT, "AAPL", new PositionSize(0, SizeBound.NO_EQUITY)),
                entry(3, "EntrySized", "AAPL", null, "{'symbol':'AAPL','size':{'quantity':0,'boundBy':'NO_EQUITY'}}"));
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

        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal"))) {
            expected.keySet().forEach(journal::append);

            assertThat(journal.read()).containsExactlyElementsOf(expected.values());
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
                        + "'limit':10000.0,'unit':'MONEY','detail':null,"
                        + "'message':'ORDER_NOTIONAL_LIMIT: 17,010.00 is above 10,000.00'}]}}"));
    }

    @Test
    void a_refusal_for_an_unknown_number_keeps_the_limit_that_needed_it() {
        assertThat(decided(Violation.of(Limit.custom("gamma", 5, Unit.COUNT), Double.NaN)))
                .contains(json("'kind':'UNKNOWN_DATA','limitKind':'CUSTOM','limitName':'gamma','observed':null,"
                        + "'limit':5.0,'unit':'COUNT','detail':null,"));
    }

    @Test
    void a_refusal_without_numbers_keeps_its_detail() {
        assertThat(decided(Violation.of(LimitKind.INVALID_ORDER, "not allowed")))
                .contains(json("'observed':null,'limit':0.0,'unit':'NONE','detail':'not allowed',"
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
