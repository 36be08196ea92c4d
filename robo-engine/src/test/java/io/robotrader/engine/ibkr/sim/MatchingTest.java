package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders against bars: what a day's prices pass, what they jump over, and how much there is. */
class MatchingTest {

    private static final Instant EVENING = Instant.parse("2026-01-05T22:00:00Z");
    private static final Instant NEXT_EVENING = Instant.parse("2026-01-06T22:00:00Z");

    /** 100 at Monday's close; on Tuesday from 104 down to 90, up to 120, to 110 at the close. */
    private static Bench bars(FillModel model) {
        Bench bench = new Bench(GatewaySimulator.builder()
                .bars(List.of(
                        Sim.day("2026-01-05", 99, 101, 98, 100, 39_100),
                        Sim.day("2026-01-06", 104, 120, 90, 110, 39_100)))
                .spread(0)
                .fills(model)
                .startAt(EVENING));
        bench.start(1);
        return bench;
    }

    private static List<String> day(Orders... orders) {
        Bench bench = bars(FillModel.IMMEDIATE);
        for (Orders order : orders) {
            bench.ask(order.text());
        }
        bench.gateway.timeline.advanceTo(NEXT_EVENING);
        return Sim.brief(bench.heard());
    }

    @Test
    void a_market_order_of_the_night_is_filled_at_the_open() {
        assertThat(day(Orders.market(1, "BUY", 10))).contains("fill 10@104.00");
    }

    @Test
    void a_limit_that_is_passed_is_filled_at_its_limit() {
        assertThat(day(Orders.limit(1, "BUY", 10, "95.55"))).contains("fill 10@95.55");
        assertThat(day(Orders.limit(1, "SELL", 10, "115.55"))).contains("fill 10@115.55");
    }

    @Test
    void a_limit_that_the_open_jumps_over_gains_by_it() {
        assertThat(day(Orders.limit(1, "SELL", 10, "102"))).contains("fill 10@104.00");
        assertThat(day(Orders.limit(1, "BUY", 10, "106"))).contains("fill 10@104.00");
    }

    @Test
    void a_limit_that_is_not_reached_expires_with_the_day() {
        assertThat(day(Orders.limit(1, "BUY", 10, "89.99"))).endsWith("status Cancelled 0/10");
    }

    @Test
    void a_stop_that_is_passed_triggers_at_its_stop_and_one_that_is_jumped_over_loses_by_it() {
        assertThat(day(Orders.stop(1, "SELL", 10, "95.55"))).contains("fill 10@95.55");
        assertThat(day(Orders.stop(1, "BUY", 10, "115.55"))).contains("fill 10@115.55");
        assertThat(day(Orders.stop(1, "BUY", 10, "102"))).contains("fill 10@104.00");
    }

    @Test
    void a_stop_limit_is_filled_when_the_price_comes_back() {
        assertThat(day(Orders.order(1, "BUY", 10, "STP LMT").with(20, "102").with(19, "103")))
                .contains("fill 10@103.00");
    }

    @Test
    void a_trailing_stop_follows_the_day() {
        // From 104 down to 90: 5 below the open is passed on the way.
        assertThat(day(Orders.order(1, "SELL", 10, "TRAIL").with(20, "5"))).contains("fill 10@99.00");
        // For a buyer the stop comes down with the price to 95, and the way up passes it.
        assertThat(day(Orders.order(1, "BUY", 10, "TRAIL").with(20, "5"))).contains("fill 10@95.00");
    }

    @Test
    void no_more_is_filled_than_the_market_trades() {
        Bench bench = bars(new FillModel(0.1, java.time.Duration.ZERO, 0, Long.MAX_VALUE));
        bench.ask(Orders.market(1, "BUY", 25).text());
        bench.gateway.timeline.advanceTo(NEXT_EVENING);

        assertThat(Sim.brief(bench.heard()))
                .filteredOn(m -> m.startsWith("fill"))
                .containsExactly("fill 10@104.00", "fill 10@103.89", "fill 5@103.78");
    }

    @Test
    void two_orders_share_what_there_is_in_the_order_in_which_they_came() {
        Bench bench = bars(new FillModel(0.1, java.time.Duration.ZERO, 0, Long.MAX_VALUE));
        bench.ask(Orders.market(1, "BUY", 7).text());
        bench.ask(Orders.market(2, "BUY", 7).text());
        bench.gateway.timeline.advanceTo(NEXT_EVENING);

        assertThat(Sim.brief(bench.heard()))
                .filteredOn(m -> m.startsWith("fill"))
                .containsExactly("fill 7@104.00", "fill 3@104.00", "fill 4@103.89");
    }

    @Test
    void a_bar_is_spread_over_its_day_without_losing_a_price_or_a_share() {
        PricePath path = PricePath.ofBars(List.of(Sim.day("2026-01-05", 99.123456, 101.5, 98.25, 100.75, 1_000_003)));
        double[] extremes = {Double.MAX_VALUE, 0, 0, 0};
        for (PricePath.Point point : path.points(0)) {
            extremes[0] = Math.min(extremes[0], point.price());
            extremes[1] = Math.max(extremes[1], point.price());
            extremes[2] += point.size();
            extremes[3] = point.price();
        }

        assertThat(extremes).containsExactly(98.25, 101.5, 1_000_003, 100.75);
        assertThat(path.points(0).get(0).price()).isEqualTo(99.123456);
        assertThat(path.points(0)).hasSize(391).allMatch(p -> p.time().isBefore(Instant.parse("2026-01-05T21:00:00Z")));
    }
}
