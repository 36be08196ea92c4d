package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every question has its answer, with its end, even when there is nothing to tell. */
class AnswersTest {

    private static final String AAPL = "0·AAPL·STK··0.0···SMART··USD···";

    @Test
    void all_that_a_client_asks_at_its_start_is_answered_in_full() {
        Bench bench = started();

        assertThat(bench.ask("61·1·")).containsExactly("62·1·");
        assertThat(bench.ask("5·1·")).containsExactly("53·1·");
        assertThat(bench.ask("99·0·")).containsExactly("102·");
        assertThat(bench.ask("6·2·1·DU1234567·")).endsWith("8·1·10:30·", "54·1·DU1234567·");
        assertThat(bench.ask("76·1·3·DU1234567··0·"))
                .contains("73·1·3·DU1234567··NetLiquidation·1000000.00·USD·")
                .endsWith("74·1·3·");
        assertThat(bench.ask("7·3·4·0·······")).containsExactly("55·1·4·");
        assertThat(bench.ask("17·1·")).containsExactly("15·1·DU1234567·");
        assertThat(bench.ask("14·1·5·")).isEmpty();
        assertThat(bench.ask("49·1·")).containsExactly("49·1·1767627000·");
        assertThat(bench.ask("104·8·")).containsExactly("107·8··");
    }

    private static Bench started() {
        Bench bench = new Bench(Sim.builder());
        bench.start(1);
        return bench;
    }

    @Test
    void the_summary_tells_words_first_and_money_by_the_alphabet() {
        Bench bench = started();

        assertThat(bench.ask("62·1·5·All·TotalCashValue,BuyingPower,AccountType,NoSuch,Cushion·"))
                .containsExactly(
                        "63·1·5·DU1234567·AccountType·INDIVIDUAL··",
                        "63·1·5·DU1234567·Cushion·1··",
                        "63·1·5·DU1234567·BuyingPower·2000000.00·USD·",
                        "63·1·5·DU1234567·TotalCashValue·1000000.00·USD·",
                        "64·1·5·");
        assertThat(bench.ask("62·1·6·All·$LEDGER·")).contains("63·1·6·DU1234567·CashBalance·1000000.00·BASE·");
        assertThat(bench.ask("62·1·7·All·Cushion·").get(0)).contains("·322·");
        bench.send("63·1·6·");
        assertThat(bench.ask("62·1·7·All·Cushion·")).hasSize(2);
        bench.ask(Orders.market(1, "BUY", 10).text());
        bench.seconds(2);
        assertThat(bench.heard()).contains("63·1·5·DU1234567·TotalCashValue·998998.90·USD·");
    }

    @Test
    void positions_and_profit_follow_the_fills() {
        Bench bench = started();
        bench.ask("61·1·");
        bench.ask("6·2·1··");
        assertThat(bench.ask("92·7·DU1234567··")).containsExactly("94·7·0.00·0.00·0.00·");
        assertThat(bench.ask("94·8·DU1234567··265598·")).containsExactly("95·8·0·0.00·0.00·0.00·0.00·");

        assertThat(bench.ask(Orders.market(1, "BUY", 10).text()))
                .contains("61·3·DU1234567·265598·AAPL·STK··0.0···NASDAQ·USD·AAPL·NMS·10·100.11·");
        bench.seconds(2);

        assertThat(bench.heard())
                .contains(
                        "94·7·-1.10·-1.10·0.00·",
                        "95·8·10·-1.10·-1.10·0.00·1000.00·",
                        "7·8·265598·AAPL·STK··0·0··NASDAQ·USD·AAPL·NMS·10·100.00·1000.00·100.11·-1.10·0.00·DU1234567·");
        bench.seconds(2);
        assertThat(bench.heard()).isEmpty();
        assertThat(bench.ask("74·1·9·DU1234567··")).hasSize(2).endsWith("72·1·9·");
        assertThat(bench.ask(Orders.market(2, "SELL", 10).text()))
                .contains("61·3·DU1234567·265598·AAPL·STK··0.0···NASDAQ·USD·AAPL·NMS·0·0·")
                .anyMatch(m -> m.matches("59·1·.*·1\\.0·USD·-2\\.2·.*"));
        for (String cancel : List.of("64·1·", "75·1·9·", "77·1·3·", "93·7·", "95·8·", "6·2·0·DU1234567·")) {
            assertThat(bench.ask(cancel)).isEmpty();
        }
        assertThat(Sim.brief(bench.ask("93·7·"))).containsExactly("error 10185");
        assertThat(Sim.brief(bench.ask("95·8·"))).containsExactly("error 10185");
    }

    @Test
    void accounts_and_contracts_that_are_none_are_refused() {
        Bench bench = started();
        String nosuch = AAPL.replace("AAPL", "NOSUCH");

        for (String asked : List.of("6·2·1·U1·", "76·1·3·U1··0·", "92·7·U1··", "94·7·U1··265598·", "74·1·9·U1··")) {
            assertThat(Sim.brief(bench.ask(asked))).containsExactly("error 321");
        }
        for (String asked : List.of(
                "94·7·DU1234567··4·",
                "9·8·7·" + nosuch + "0····",
                "1·11·7·" + nosuch + "0··0·0··",
                "50·3·7·" + nosuch + "5·TRADES·0··",
                "97·7·" + nosuch + "Last·0·0·",
                "20·7·" + nosuch + "0··1 day·1 D·1·TRADES·1·0··",
                "87·7·" + nosuch + "0·1·TRADES·1·")) {
            assertThat(Sim.brief(bench.ask(asked))).containsExactly("error 200");
        }
    }

    @Test
    void contracts_are_described_with_their_industry_and_hours() {
        Bench bench = started();

        List<String> heard = bench.ask("9·8·7·" + AAPL + "0····");

        assertThat(heard).hasSize(2).endsWith("52·1·7·");
        assertThat(heard.get(0).split("·", -1)).hasSize(41);
        assertThat(heard.get(0))
                .startsWith("10·7·AAPL·STK··0··SMART·USD·AAPL·NMS·NMS·265598·0.01··")
                .contains("·APPLE INC·NASDAQ··Technology·Computers·Computers·US/Eastern·20260105:0400-20260105:2000;");
        assertThat(bench.ask("9·8·7·265598·······SMART·····0····")).hasSize(2);
        assertThat(bench.ask("81·8·A·")).containsExactly("79·8·1·265598·AAPL·STK·NASDAQ·USD·0·APPLE INC··");
        assertThat(bench.ask("91·26·")).containsExactly("93·26·1·0.0·0.01·");
        assertThat(Sim.brief(bench.ask("91·1·"))).containsExactly("error 321");
    }

    @Test
    void a_subscriber_hears_its_kind_of_data_the_rules_and_then_ticks() {
        Bench bench = new Bench(Sim.ticking());
        bench.start(1);

        List<String> first = bench.ask("1·11·9·" + AAPL + "0·233,236·0·0··");
        assertThat(first).startsWith("58·1·9·1·", "81·9·0.01·9c0001·3·", "1·6·9·1·99.99·1000·1·", "2·6·9·0·1000·");
        assertThat(first).contains("45·6·9·46·3.0·", "1·6·9·4·100.0·1000·0·");
        assertThat(Sim.brief(bench.ask("1·11·9·" + AAPL + "0··0·0··"))).containsExactly("error 102");
        bench.seconds(1);
        assertThat(bench.heard())
                .contains(
                        "1·6·9·4·100.01·1000·0·",
                        "46·6·9·45·1767627001·",
                        "46·6·9·48·100.01;1000;1767627001000;2000;100.005;true·");
        assertThat(bench.ask("2·2·9·")).isEmpty();
        assertThat(Sim.brief(bench.ask("2·2·9·"))).containsExactly("error 300");
        assertThat(bench.ask("1·11·10·" + AAPL + "0··1·0··")).endsWith("57·1·10·");
        assertThat(Sim.brief(bench.ask("1·11·10·" + AAPL + "0·233·1·0··"))).containsExactly("error 321");
        for (int i = 0; i < 100; i++) {
            bench.ask("1·11·" + (100 + i) + "·" + AAPL + "0··0·0··");
        }
        assertThat(Sim.brief(bench.ask("1·11·999·" + AAPL + "0··0·0··"))).containsExactly("error 101");
    }

    @Test
    void delayed_data_are_told_only_to_those_who_take_them() {
        Bench bench = new Bench(Sim.builder().marketData(MarketDataPermission.DELAYED));
        bench.start(1);

        assertThat(Sim.brief(bench.ask("1·11·9·" + AAPL + "0··0·0··"))).containsExactly("error 10168");
        bench.send("59·1·3·");
        List<String> heard = bench.ask("1·11·9·" + AAPL + "0··0·0··");
        assertThat(heard.get(0)).contains("·10167·");
        assertThat(heard).contains("58·1·9·3·").anyMatch(m -> m.startsWith("1·6·9·68·100.0·"));
        assertThat(Sim.brief(bench.ask("97·7·" + AAPL + "Last·0·0·"))).containsExactly("error 10189");

        Bench none = new Bench(Sim.builder().marketData(MarketDataPermission.NONE));
        none.start(1);
        assertThat(Sim.brief(none.ask("1·11·9·" + AAPL + "0··0·0··"))).containsExactly("error 354");
    }

    @Test
    void frozen_data_are_told_when_the_market_is_shut() {
        Bench bench = started();
        bench.send("59·1·2·");
        assertThat(bench.ask("1·11·9·" + AAPL + "0··0·0··")).contains("58·1·9·1·");
        bench.gateway.timeline.skipTo(Instant.parse("2026-01-06T03:00:00Z"));
        bench.heard();
        assertThat(bench.ask("1·11·10·" + AAPL + "0··0·0··")).contains("58·1·10·2·");
    }

    @Test
    void trades_and_quotes_come_one_by_one_and_bars_every_five_seconds() {
        Bench bench = new Bench(Sim.ticking());
        bench.start(1);
        assertThat(bench.ask("97·1·" + AAPL + "Last·0·0·")).isEmpty();
        assertThat(bench.ask("97·2·" + AAPL + "AllLast·0·0·")).isEmpty();
        assertThat(bench.ask("97·3·" + AAPL + "BidAsk·0·0·"))
                .containsExactly("99·3·3·1767627000·99.99·100.01·1000·1000·0·");
        assertThat(bench.ask("97·4·" + AAPL + "MidPoint·0·0·")).containsExactly("99·4·4·1767627000·100.0·");
        assertThat(Sim.brief(bench.ask("97·5·" + AAPL + "Other·0·0·"))).containsExactly("error 321");
        bench.ask("50·3·6·" + AAPL + "5·TRADES·1··");
        bench.ask("50·3·7·" + AAPL + "5·MIDPOINT·0··");

        bench.seconds(1);
        assertThat(bench.heard())
                .containsExactly(
                        "99·1·1·1767627001·100.01·1000·0·NASDAQ··",
                        "99·2·2·1767627001·100.01·1000·0·NASDAQ··",
                        "99·3·3·1767627001·100.0·100.02·1000·1000·0·",
                        "99·4·4·1767627001·100.01·");
        for (int id = 1; id <= 4; id++) {
            assertThat(bench.ask("98·" + id + "·")).isEmpty();
        }
        assertThat(Sim.brief(bench.ask("98·1·"))).containsExactly("error 300");
        bench.seconds(9);
        assertThat(bench.heard()).hasSize(4).contains("50·3·6·1767627005·100.05·100.09·100.05·100.09·5000·100.07·5·");
        bench.send("51·1·6·");
        bench.send("51·1·7·");
        bench.seconds(5);
        assertThat(bench.heard()).isEmpty();
        assertThat(Sim.brief(bench.ask("51·1·7·"))).containsExactly("error 300");
    }

    @Test
    void history_is_made_of_the_same_prices_and_kept_up_to_date() {
        Bench bench = new Bench(GatewaySimulator.builder()
                .bars(List.of(
                        Sim.day("2026-01-02", 90, 95, 89, 94, 39_100),
                        Sim.day("2026-01-05", 100, 110, 95, 105, 78_200),
                        Sim.day("2026-01-06", 106, 107, 104, 105, 39_100)))
                .startAt(Instant.parse("2026-01-06T14:29:59Z")));
        bench.start(1);

        assertThat(bench.ask("20·5·" + AAPL + "0··1 day·2 D·1·TRADES·1·0··"))
                .containsExactly("17·5·20260105  00:00:00·20260106  09:29:59·1·20260105·100.0·110.0·95.0·105.0·78200·"
                        + average(bench) + "·391·");
        assertThat(bench.ask("20·5·" + AAPL + "0·20260105 16:00:00 US/Eastern·1 hour·1 D·1·BID·2·0··")
                        .get(0))
                .startsWith("17·5·20260105  00:00:00·20260105  16:00:00·7·1767623400·")
                .endsWith("·-1·-1·-1·");
        assertThat(bench.ask("20·5·" + AAPL + "0··1 week·1 M·0·ADJUSTED_LAST·1·0··")
                        .get(0))
                .contains("·2·20260102·90.0·");
        assertThat(bench.ask("20·5·" + AAPL + "0··1 day·5 D·1·SCHEDULE·1·0··").get(0))
                .startsWith("106·5·")
                .contains("·US/Eastern·");
        assertThat(bench.ask("87·6·" + AAPL + "0·1·TRADES·1·")).containsExactly("88·6·20260102-14:30:00·");
        assertThat(bench.ask("87·6·" + AAPL + "0·1·TRADES·2·")).containsExactly("88·6·1767364200·");
        bench.ask("20·7·" + AAPL + "0··5 mins·1 D·1·TRADES·2·1··");
        bench.seconds(6);
        assertThat(bench.heard()).containsExactly("90·7·1·1767709800·106.0·106.0·106.0·106.0·106·100·");
        assertThat(Sim.brief(bench.ask("25·1·7·"))).containsExactly("error 162");
        assertThat(Sim.brief(bench.ask("25·1·7·"))).containsExactly("error 366");
        bench.seconds(60);
        assertThat(bench.heard()).isEmpty();
    }

    private static String average(Bench bench) {
        double[] sums = new double[2];
        bench.gateway
                .market
                .bySymbol("AAPL")
                .path
                .between(Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-01-06T00:00:00Z"), p -> {
                    sums[0] += p.price() * p.size();
                    sums[1] += p.size();
                });
        return BigDecimal.valueOf(Math.round(sums[0] / sums[1] * 1e4) / 1e4).toString();
    }

    @Test
    void bars_that_are_kept_up_to_date_have_the_hours_that_were_asked_for() {
        Instant close = Instant.parse("2026-01-05T21:00:00Z");
        Bench bench = new Bench(GatewaySimulator.builder()
                .trades(List.of(
                        new Trade("AAPL", close.minusSeconds(20), 100, 10),
                        new Trade("AAPL", close.minusSeconds(8), 101, 10),
                        new Trade("AAPL", close.plusSeconds(3), 102, 10)))
                .startAt(close.minusSeconds(10)));
        bench.start(1);
        bench.ask("20·7·" + AAPL + "0··5 mins·1 D·1·TRADES·2·1··");
        bench.ask("20·8·" + AAPL + "0··5 mins·1 D·0·TRADES·2·1··");

        bench.seconds(30);

        List<String> heard = bench.heard();
        assertThat(heard).filteredOn(m -> m.startsWith("90·7·")).hasSize(1).allMatch(m -> m.contains("·101.0·"));
        assertThat(heard).filteredOn(m -> m.startsWith("90·8·")).hasSize(2).anyMatch(m -> m.contains("·102.0·"));
    }

    @Test
    void bars_of_five_seconds_are_of_what_was_asked_for() {
        Bench bench = new Bench(Sim.ticking());
        bench.start(1);
        bench.ask("50·3·1·" + AAPL + "5·BID·1··");
        bench.ask("50·3·2·" + AAPL + "5·ASK·1··");
        bench.ask("50·3·3·" + AAPL + "5·MIDPOINT·1··");
        assertThat(Sim.brief(bench.ask("50·3·4·" + AAPL + "5·YIELD_BID·1··"))).containsExactly("error 321");

        bench.seconds(5);

        assertThat(bench.heard())
                .containsExactly(
                        "50·3·1·1767627000·100.0·100.03·100.0·100.03·-1·-1.0·-1·",
                        "50·3·2·1767627000·100.02·100.05·100.02·100.05·-1·-1.0·-1·",
                        "50·3·3·1767627000·100.01·100.04·100.01·100.04·-1·-1.0·-1·");
    }

    @Test
    void questions_about_history_that_cannot_be_are_refused() {
        Bench bench = started();

        for (String asked : List.of(
                "0··7 mins·1 D·1·TRADES·1·0··",
                "0··1 day·1 X·1·TRADES·1·0··",
                "0··1 day·one·1·TRADES·1·0··",
                "0·soon·1 day·1 D·1·TRADES·1·0··",
                "0··1 day·1 D·1·FEE_RATE·1·0··",
                "0··1 secs·1 D·1·TRADES·1·1··")) {
            assertThat(Sim.brief(bench.ask("20·5·" + AAPL + asked))).containsExactly("error 321");
        }
        assertThat(Sim.brief(bench.ask("20·5·" + AAPL + "0·20200101-00:00:00·1 day·1 D·1·TRADES·1·0··")))
                .containsExactly("error 162");
    }

    @Test
    void orders_that_are_done_with_are_told_when_asked_for() {
        Bench bench = started();
        bench.ask(Orders.market(1, "BUY", 10).text());
        bench.ask(Orders.limit(2, "BUY", 10, "90").text());
        bench.ask("4·1·2··");

        List<String> heard = bench.ask("99·0·");

        assertThat(heard).hasSize(3).endsWith("102·");
        assertThat(heard.get(0).split("·", -1)).hasSize(101);
        assertThat(heard.get(0)).contains("·Filled Size: 10·");
        assertThat(heard.get(1)).contains("·Cancelled by Trader·");
    }
}
