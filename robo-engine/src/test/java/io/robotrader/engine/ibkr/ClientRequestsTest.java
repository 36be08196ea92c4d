package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.wire.BarMessage;
import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.ibkr.wire.ContractDetails;
import io.robotrader.engine.ibkr.wire.ContractMessage.ContractDetailsEnd;
import io.robotrader.engine.ibkr.wire.ContractRequest;
import io.robotrader.engine.ibkr.wire.HistoricalBar;
import io.robotrader.engine.ibkr.wire.HistoricalData;
import io.robotrader.engine.ibkr.wire.HistoricalDataUpdate;
import io.robotrader.engine.ibkr.wire.HistoryRequest;
import io.robotrader.engine.ibkr.wire.MarketDataRequest;
import io.robotrader.engine.ibkr.wire.MarketRule;
import io.robotrader.engine.ibkr.wire.RequestHistoricalData;
import io.robotrader.engine.ibkr.wire.RequestMarketData;
import io.robotrader.engine.ibkr.wire.SessionMessage.CurrentTime;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.ibkr.wire.SymbolSamples;
import io.robotrader.engine.ibkr.wire.TagValue;
import io.robotrader.engine.ibkr.wire.TickByTick;
import io.robotrader.engine.ibkr.wire.TickMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of question but those about orders: what goes out, what comes back, and what becomes of it when nothing does. */
class ClientRequestsTest {

    private final Desk desk = Desk.reading().connected();

    @AfterEach
    void close() {
        desk.close();
    }

    private static ContractDetails details(int requestId) {
        return new ContractDetails(
                requestId,
                new Contract(
                        265598, "AAPL", "STK", "", BigDecimal.ZERO, "", "", "SMART", "NASDAQ", "USD", "AAPL", "NMS"),
                "NMS",
                new BigDecimal("0.01"),
                "LMT,MKT",
                "SMART,NASDAQ",
                1,
                0,
                "APPLE INC",
                "",
                "Technology",
                "Computers",
                "Computers",
                "US/Eastern",
                "20250324:0400-20250324:2000",
                "20250324:0930-20250324:1600",
                "",
                null,
                List.of(new TagValue("ISIN", "US0378331005")),
                1,
                "",
                "",
                "26,26",
                "",
                "COMMON",
                new BigDecimal("0.0001"),
                null,
                null);
    }

    @Test
    void contract_details_come_with_industry_and_category() {
        CompletableFuture<List<IbkrContractDetails>> answer =
                desk.client.contracts().details(Desk.AAPL);
        ContractRequest.RequestContractDetails asked = desk.peer.expect(ContractRequest.RequestContractDetails.class);

        desk.peer.send(details(asked.requestId()), new ContractDetailsEnd(asked.requestId()));

        IbkrContractDetails apple = Desk.get(answer).get(0);
        assertThat(asked.contract().primaryExchange()).isEqualTo("NASDAQ");
        assertThat(apple.contract().conId()).isEqualTo(265598);
        assertThat(apple.industry()).isEqualTo("Technology");
        assertThat(apple.category()).isEqualTo("Computers");
        assertThat(apple.securityIds()).containsEntry("ISIN", "US0378331005");
    }

    @Test
    void bx_4_what_fails_says_so_with_the_whole_text_of_the_vendor() {
        CompletableFuture<?> answer = desk.client.contracts().details(Desk.AAPL);
        int id = desk.peer.expect(ContractRequest.RequestContractDetails.class).requestId();
        String text =
                "No security definition has been found for the request, and here is much more than fifty characters";

        desk.peer.error(id, 200, text);

        IbkrError error = Desk.failure(answer);
        assertThat(error.code()).isEqualTo(200);
        assertThat(error.errorClass()).isEqualTo(ErrorClass.REQUEST);
        assertThat(error.text()).isEqualTo(text);
    }

    @Test
    void a_question_that_nobody_answers_fails_at_its_deadline() {
        CompletableFuture<?> answer = desk.client.contracts().details(Desk.AAPL);
        desk.peer.expect();

        desk.timer.advance(Duration.ofSeconds(9));
        assertThat(answer).isNotDone();
        desk.timer.advance(Duration.ofSeconds(2));

        assertThat(Desk.failure(answer).code()).isEqualTo(IbkrError.DEADLINE);
    }

    @Test
    void a_notice_about_a_question_does_not_fail_it() {
        CompletableFuture<List<IbkrTick>> answer = desk.client.marketData().snapshot(Desk.AAPL);
        Collector<IbkrError> errors = Collector.of(desk.client.errors());
        int id = desk.peer.expect(RequestMarketData.class).requestId();

        desk.peer.error(id, 10167, "Requested market data is not subscribed. Displaying delayed market data.");
        desk.peer.send(
                new TickMessage.MarketDataType(id, 3),
                new TickMessage.TickPrice(id, 68, 255.45, 200, 0),
                new TickMessage.TickSnapshotEnd(id));

        assertThat(Desk.get(answer))
                .containsExactly(
                        new IbkrTick.DataType(MarketDataType.DELAYED),
                        new IbkrTick.Price(TickField.LAST, 68, 255.45, 200));
        assertThat(errors.next().errorClass()).isEqualTo(ErrorClass.INFORMATION);
    }

    @Test
    void a_given_up_snapshot_is_cancelled_at_the_gateway() {
        CompletableFuture<List<IbkrTick>> answer = desk.client.marketData().snapshot(Desk.AAPL);
        int id = desk.peer.expect(RequestMarketData.class).requestId();

        answer.cancel(false);

        assertThat(desk.peer.expect(MarketDataRequest.CancelMarketData.class).requestId())
                .isEqualTo(id);
    }

    @Test
    void quotes_stream_until_they_are_cancelled() {
        desk.client.marketData().type(MarketDataType.DELAYED);
        Collector<IbkrTick> ticks = Collector.of(desk.client.marketData().quotes(Desk.AAPL, "233"));
        assertThat(desk.peer.expect()).isEqualTo(new MarketDataRequest.RequestMarketDataType(3));
        int id = desk.peer.expect(RequestMarketData.class).requestId();

        desk.peer.send(
                new TickMessage.TickRequestParameters(id, new BigDecimal("0.01"), "9c0001", 3),
                new TickMessage.TickSize(id, 8, 312894),
                new TickMessage.TickGeneric(id, 49, 0),
                new TickMessage.TickString(id, 45, "1767645010"),
                new TickMessage.TickPrice(id, 37, 250, 0, 0));

        assertThat(ticks.next()).isEqualTo(new IbkrTick.Size(TickField.VOLUME, 8, 312894));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.Value(TickField.HALTED, 49, 0));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.Text(TickField.LAST_TIME, 45, "1767645010"));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.Price(TickField.OTHER, 37, 250, 0));
        ticks.subscription.cancel();
        assertThat(desk.peer.expect(MarketDataRequest.CancelMarketData.class).requestId())
                .isEqualTo(id);
    }

    @Test
    void quotes_that_are_refused_end_with_the_reason() {
        Collector<IbkrTick> ticks = Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));
        int id = desk.peer.expect(RequestMarketData.class).requestId();

        desk.peer.error(id, 354, "Requested market data is not subscribed.");

        assertThat(ticks.failure().code()).isEqualTo(354);
    }

    @Test
    void trades_come_tick_by_tick() {
        Collector<IbkrTick> ticks = Collector.of(desk.client.marketData().tickByTick(Desk.AAPL, "AllLast"));
        MarketDataRequest.RequestTickByTick asked = desk.peer.expect(MarketDataRequest.RequestTickByTick.class);
        int id = asked.requestId();

        desk.peer.send(
                new TickByTick.Trade(id, 2, 5, 250, 100, 2, "ARCA", ""),
                new TickByTick.Quote(id, 6, 249, 251, 1, 2, 0),
                new TickByTick.MidPoint(id, 7, 250));

        assertThat(asked.tickType()).isEqualTo("AllLast");
        assertThat(ticks.next()).isEqualTo(new IbkrTick.Trade(5, 250, 100, "ARCA", "", true));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.BidAsk(6, 249, 251, 1, 2));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.MidPoint(7, 250));
        ticks.subscription.cancel();
        desk.peer.expect(MarketDataRequest.CancelTickByTick.class);
    }

    @Test
    void bars_come_every_five_seconds() {
        Collector<IbkrBar> bars = Collector.of(desk.client.marketData().realTimeBars(Desk.AAPL, "TRADES", true));
        int id = desk.peer.expect(MarketDataRequest.RequestRealTimeBars.class).requestId();

        desk.peer.send(new BarMessage.RealTimeBar(id, 1767645010, 1, 3, 0.5, 2, 100, 1.5, 7));

        assertThat(bars.next()).isEqualTo(new IbkrBar("1767645010", 1, 3, 0.5, 2, 100, 1.5, 7));
        bars.subscription.cancel();
        desk.peer.expect(MarketDataRequest.CancelRealTimeBars.class);
    }

    private static HistoryQuery query(String barSize) {
        return HistoryQuery.trades(Desk.AAPL, "1 D", barSize);
    }

    @Test
    void bars_of_the_past_come_all_at_once_and_no_data_is_an_answer() {
        CompletableFuture<List<IbkrBar>> some = desk.client.marketData().history(query("1 day"));
        RequestHistoricalData asked = desk.peer.expect(RequestHistoricalData.class);
        CompletableFuture<List<IbkrBar>> none = desk.client.marketData().history(query("1 week"));
        int second = desk.peer.expect(RequestHistoricalData.class).requestId();

        desk.peer.send(new HistoricalData(
                asked.requestId(), "", "", List.of(new HistoricalBar("20260105", 1, 2, 0.5, 1.5, 10, 1, 3))));
        desk.peer.error(second, 162, "HMDS query returned no data: AAPL@SMART Trades");

        assertThat(asked.formatDate()).isEqualTo(2);
        assertThat(Desk.get(some)).containsExactly(new IbkrBar("20260105", 1, 2, 0.5, 1.5, 10, 1, 3));
        assertThat(Desk.get(none)).isEmpty();
    }

    @Test
    void a_question_for_bars_has_its_deadline_from_when_it_is_let_out() {
        CompletableFuture<?> first = desk.client.marketData().history(query("1 secs"));
        desk.peer.expect(RequestHistoricalData.class);
        CompletableFuture<?> same = desk.client.marketData().history(query("1 secs"));

        desk.timer.advance(Duration.ofSeconds(11));
        assertThat(Desk.failure(first).code()).isEqualTo(IbkrError.DEADLINE);
        desk.peer.expect(HistoryRequest.CancelHistoricalData.class);
        assertThat(same).isNotDone();

        desk.timer.advance(Duration.ofSeconds(5));
        int id = desk.peer.expect(RequestHistoricalData.class).requestId();
        desk.peer.error(id, 162, "Historical Market Data Service error message:API pacing violation");
        assertThat(Desk.failure(same).errorClass()).isEqualTo(ErrorClass.PACING);
    }

    @Test
    void bars_are_kept_up_to_date() {
        Collector<IbkrBar> bars = Collector.of(desk.client.marketData().historyKeptUpToDate(query("5 mins")));
        RequestHistoricalData asked = desk.peer.expect(RequestHistoricalData.class);
        HistoricalBar bar = new HistoricalBar("1767645000", 1, 3, 0.5, 2, 10, 1, 3);

        desk.peer.send(
                new HistoricalData(asked.requestId(), "", "", List.of(bar)),
                new HistoricalDataUpdate(asked.requestId(), bar));

        assertThat(asked.keepUpToDate()).isTrue();
        assertThat(bars.next()).isEqualTo(Wired.bar(bar));
        assertThat(bars.next()).isEqualTo(Wired.bar(bar));
        desk.peer.error(asked.requestId(), 10182, "Failed to request live updates (disconnected).");
        desk.timer.advance(Duration.ofSeconds(16));
        assertThat(desk.peer.expect(RequestHistoricalData.class).requestId()).isGreaterThan(asked.requestId());
    }

    @Test
    void small_questions_have_small_answers() {
        CompletableFuture<String> earliest = desk.client.marketData().earliest(Desk.AAPL, "TRADES", true);
        int head = desk.peer.expect(HistoryRequest.RequestHeadTimestamp.class).requestId();
        desk.peer.send(new BarMessage.HeadTimestamp(head, "19801212-14:30:00"));
        assertThat(Desk.get(earliest)).isEqualTo("19801212-14:30:00");

        CompletableFuture<List<IbkrContract>> matching = desk.client.contracts().matching("AAP");
        int pattern =
                desk.peer.expect(ContractRequest.RequestMatchingSymbols.class).requestId();
        desk.peer.send(new SymbolSamples(
                pattern,
                List.of(new SymbolSamples.Sample(
                        265598, "AAPL", "STK", "NASDAQ", "USD", List.of("OPT"), "APPLE INC", ""))));
        assertThat(Desk.get(matching).get(0).conId()).isEqualTo(265598);

        CompletableFuture<?> rule = desk.client.contracts().marketRule(26);
        assertThat(desk.peer.expect()).isEqualTo(new ContractRequest.RequestMarketRule(26));
        desk.peer.send(new MarketRule(26, List.of(new MarketRule.Step(BigDecimal.ZERO, new BigDecimal("0.01")))));
        assertThat(Desk.get(rule)).hasToString("{0=0.01}");
    }

    @Test
    void the_gateways_clock_is_compared_with_ours() {
        assertThat(desk.client.clockSkew()).isEmpty();
        CompletableFuture<Instant> answer = desk.client.currentTime();
        CompletableFuture<Instant> together = desk.client.currentTime();
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);

        desk.peer.send(new CurrentTime(HandTimer.START.getEpochSecond() + 90));

        assertThat(Desk.get(answer)).isEqualTo(HandTimer.START.plusSeconds(90));
        assertThat(Desk.get(together)).isEqualTo(HandTimer.START.plusSeconds(90));
        assertThat(desk.client.clockSkew()).contains(Duration.ofSeconds(90));
    }

    @Test
    void a_question_that_comes_with_the_answer_to_the_one_before_is_asked_anew() {
        CompletableFuture<Instant> again = desk.client.currentTime().thenCompose(first -> desk.client.currentTime());
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
        desk.peer.send(new CurrentTime(HandTimer.START.getEpochSecond()));

        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
        desk.peer.send(new CurrentTime(HandTimer.START.getEpochSecond() + 1));

        assertThat(Desk.get(again)).isEqualTo(HandTimer.START.plusSeconds(1));
    }

    @Test
    void messages_that_cannot_be_read_or_are_not_known_are_counted_told_and_skipped() {
        Collector<IbkrError> errors = Collector.of(desk.client.errors());

        desk.peer.dotted("1·6·x·y·z·");
        desk.peer.dotted("1·6·");
        desk.peer.dotted("777·a·");
        CompletableFuture<Instant> after = desk.client.currentTime();
        desk.peer.expect();
        desk.peer.send(new CurrentTime(5));

        Desk.get(after);
        assertThat(errors.next().code()).isEqualTo(507);
        assertThat(errors.next().code()).isEqualTo(507);
        assertThat(errors.next().code()).isEqualTo(505);
        assertThat(desk.client.statistics().malformed()).isEqualTo(2);
        assertThat(desk.client.statistics().unknown()).isEqualTo(1);
        assertThat(desk.client.state()).isEqualTo(ConnectionState.READY);
    }

    @Test
    void what_cannot_be_written_fails_its_question_alone() {
        CompletableFuture<?> bad = desk.client.contracts().details(IbkrContract.stock("A\0B"));

        assertThat(Desk.failure(bad).code()).isEqualTo(IbkrError.REFUSED);
        CompletableFuture<List<IbkrContractDetails>> unused =
                desk.client.contracts().details(Desk.AAPL);
        desk.peer.expect(ContractRequest.RequestContractDetails.class);
    }

    @Test
    void who_finds_no_market_data_line_waits_for_one_and_not_for_ever() {
        try (Desk small = new Desk(builder -> builder.marketDataLines(1)).connected()) {
            Collector<IbkrTick> first = Collector.of(small.client.marketData().quotes(Desk.AAPL, ""));
            small.peer.expect(RequestMarketData.class);
            Collector.of(small.client.marketData().quotes(IbkrContract.stock("MSFT"), ""));

            first.subscription.cancel();
            small.peer.expect(MarketDataRequest.CancelMarketData.class);
            assertThat(small.peer.expect(RequestMarketData.class).contract().symbol())
                    .isEqualTo("MSFT");

            Collector<IbkrTick> third = Collector.of(small.client.marketData().quotes(Desk.AAPL, ""));
            small.timer.advance(Duration.ofSeconds(11));
            IbkrError error = third.failure();
            assertThat(error.code()).isEqualTo(101);
            assertThat(error.errorClass()).isEqualTo(ErrorClass.PACING);
        }
    }

    @Test
    void a_complaint_about_the_rate_is_told_and_survived() {
        Collector<IbkrError> errors = Collector.of(desk.client.errors());

        desk.peer.error(-1, 100, "Max rate of messages per second has been exceeded.");

        assertThat(errors.next().errorClass()).isEqualTo(ErrorClass.PACING);
        CompletableFuture<Instant> unused = desk.client.currentTime();
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
    }
}
