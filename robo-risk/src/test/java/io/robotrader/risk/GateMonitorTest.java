package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.PortfolioReport.State;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateMonitorTest {

    private final RiskGate gate = RiskGate.builder()
            .limits(noLimits().build())
            .instruments(List.of(
                    Instrument.of("A").withSector("tech"), Instrument.of("B").withSector("tech")))
            .build();

    private static String line(PortfolioReport.Item item) {
        return item.limit().kind() + " " + item.subject() + " " + item.state();
    }

    @Test
    void each_symbol_and_each_sector_stands_for_itself_and_shorts_count() {
        gate.update(cash(100_000)
                .position(Position.of("A", 160, 100))
                .position(Position.of("B", -160, 100))
                .build());
        gate.reserve(buy("1", 500));
        gate.use(noLimits().maxSymbolExposure(0.2).maxSectorExposure(0.3).build());

        PortfolioReport report = gate.monitor();

        assertThat(report.items())
                .extracting(GateMonitorTest::line)
                .containsExactly(
                        "POSITION_SIZE_LIMIT A WARNING",
                        "POSITION_SIZE_LIMIT B WARNING",
                        "SECTOR_EXPOSURE_LIMIT tech BREACHED");
        assertThat(report.warnings()).hasSize(2);
        assertThat(report.breaches()).hasSize(1);
    }

    @Test
    void rk_9_and_rk_10_a_sector_is_a_fraction_of_the_equity_and_an_unknown_one_is_a_sector_too() {
        gate.update(cash(7_000)
                .position(Position.of("U", 30, 100))
                .market(Desk.mark("U", 100))
                .build());
        gate.use(noLimits().maxSectorExposure(0.3).build());

        assertThat(gate.monitor().warnings())
                .extracting(PortfolioReport.Item::subject)
                .containsExactly(Instrument.UNKNOWN_SECTOR);
        assertThat(gate.check(OrderIntent.market("1", "U", Side.BUY, 29)).violations())
                .hasToString("[SECTOR_EXPOSURE_LIMIT: 59.00 % is above 30.00 %]");
    }

    @Test
    void ov_14_a_hedged_book_has_no_beta() {
        gate.update(cash(100_000)
                .position(Position.of("A", 100, 100))
                .position(Position.of("B", -100, 100))
                .build());
        gate.use(noLimits().maxBeta(0.05).build());
        assertThat(gate.monitor().items())
                .extracting(PortfolioReport.Item::state)
                .containsExactly(State.UNKNOWN);

        gate.update(InstrumentFacts.of("A", NOON).withBeta(1));
        gate.update(InstrumentFacts.of("B", NOON).withBeta(1));

        assertThat(gate.monitor().items().get(0).observed()).hasValue(0);
        assertThat(gate.check(buy("1", 50)).isApproved()).isTrue();
        assertThat(gate.check(buy("1", 51)).isApproved()).isFalse();
    }

    @Test
    void value_at_risk_and_expected_shortfall_are_those_of_the_positions_and_stand_to_their_limit() {
        gate.marketVolatility(0.01);
        for (String symbol : List.of("A", "B")) {
            gate.update(InstrumentFacts.of(symbol, NOON).withBeta(1).withDailyVolatility(0.02));
        }
        gate.update(cash(80_000)
                .position(Position.of("A", 300, 100))
                .position(Position.of("B", -100, 100))
                .build());
        gate.reserve(buy("1", 500));

        // beta 1 x 20,000 x 1 %, and on their own sqrt(3) % of 30,000 and of 10,000: 200, 519.6 and 173.2
        double deviation = Math.sqrt(200 * 200 + 3 * 300 * 300 + 3 * 100 * 100);
        PortfolioReport untold = gate.monitor();
        assertThat(untold.items()).isEmpty();
        assertThat(untold.valueAtRisk().orElseThrow()).isCloseTo(1.6448536269514722 * deviation, within(1e-6));
        assertThat(untold.expectedShortfall().orElseThrow()).isCloseTo(2.0627128075074257 * deviation, within(1e-6));

        assertThat(stateOf(0.012)).isEqualTo(State.OK);
        assertThat(stateOf(0.0117)).isEqualTo(State.WARNING);
        assertThat(stateOf(0.0094)).isEqualTo(State.BREACHED);
    }

    private State stateOf(double maxValueAtRisk) {
        gate.use(noLimits().maxValueAtRisk(maxValueAtRisk).build());
        assertThat(gate.monitor().items())
                .extracting(item -> item.limit().kind())
                .containsExactly(LimitKind.VALUE_AT_RISK_LIMIT);
        return gate.monitor().items().get(0).state();
    }

    @Test
    void a_book_without_positions_has_nothing_at_risk_and_one_of_unknown_volatility_an_unknown_risk() {
        gate.use(noLimits().maxValueAtRisk(0.05).build());
        gate.update(cash(100_000).build());
        assertThat(gate.monitor().valueAtRisk()).hasValue(0);
        assertThat(gate.monitor().items().get(0).state()).isEqualTo(State.OK);

        gate.update(cash(90_000).position(Position.of("A", 100, 100)).build());

        assertThat(gate.monitor().valueAtRisk()).isEmpty();
        assertThat(gate.monitor().expectedShortfall()).isEmpty();
        assertThat(gate.monitor().items().get(0).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_position_without_a_mark_makes_everything_that_needs_it_unknown() {
        gate.update(cash(100_000)
                .startOfDayEquity(100_000)
                .position(Position.of("A", 1, 100))
                .position(Position.of("X", 1, 100))
                .build());
        gate.use(RiskLimits.defaults());

        assertThat(gate.monitor().items())
                .filteredOn(item -> item.limit().kind() != LimitKind.POSITION_COUNT_LIMIT)
                .hasSizeGreaterThan(8)
                .allSatisfy(item -> assertThat(item.state()).isEqualTo(State.UNKNOWN));
    }
}
