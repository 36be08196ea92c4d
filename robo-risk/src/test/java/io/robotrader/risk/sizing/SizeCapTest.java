package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.MaxQuantity;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SizeCapTest {

    private static final PositionSizer THOUSAND = request -> new PositionSize(1_000, SizeBound.RISK_BUDGET);
    private static final SizingRequest REQUEST =
            SizingRequest.of(Instrument.of("A").withLotSize(100), Side.BUY, 10, 1e5, 1e5);

    private static SizeCap cap(String name, long shares) {
        return (request, wanted) -> new SizeLimit(name, shares);
    }

    @Test
    void the_least_of_all_limits_is_taken_in_whole_lots_and_named() {
        PositionSizer sizer =
                PositionSizers.capped(THOUSAND, cap("loose", 2_000), cap("tight", 399), cap("middle", 500));

        PositionSize size = sizer.size(REQUEST);

        assertThat(size.quantity()).isEqualTo(300);
        assertThat(size.boundBy()).isEqualTo(SizeBound.LIMIT);
        assertThat(size.boundByName()).isEqualTo("tight");
        assertThat(size.explanation()).isEqualTo("RISK_BUDGET: 1000, loose: 1000, tight: 300, middle: 300");
    }

    @Test
    void a_limit_that_does_not_bind_changes_nothing_but_the_explanation() {
        PositionSize size = PositionSizers.capped(THOUSAND, cap("equal", 1_000)).size(REQUEST);

        assertThat(size.quantity()).isEqualTo(1_000);
        assertThat(size.boundBy()).isEqualTo(SizeBound.RISK_BUDGET);
    }

    @Test
    void a_limit_of_just_what_is_wanted_takes_nothing_away_even_of_a_broken_lot() {
        PositionSizer broken = request -> new PositionSize(1_050, SizeBound.RISK_BUDGET);

        assertThat(PositionSizers.capped(broken, cap("equal", 1_050))
                        .size(REQUEST)
                        .quantity())
                .isEqualTo(1_050);
        assertThat(PositionSizers.capped(broken, cap("less", 1_049))
                        .size(REQUEST)
                        .quantity())
                .isEqualTo(1_000);
    }

    @Test
    void a_limit_that_admits_nothing_ends_the_questions() {
        PositionSizer sizer = PositionSizers.capped(THOUSAND, cap("none", -1), (request, wanted) -> {
            throw new AssertionError("asked for " + wanted);
        });

        assertThat(sizer.size(REQUEST).isNothing()).isTrue();
        assertThat(sizer.size(REQUEST).boundByName()).isEqualTo("none");
    }

    @Test
    void a_limit_has_a_name() {
        assertThatThrownBy(() -> new SizeLimit("", 1)).hasMessageStartingWith("name must be");
    }

    @Property(tries = 300)
    void rk_4_a_size_within_the_limits_given_is_never_refused_by_them(
            @ForAll Side side,
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 900) double price,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 20) double atr,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1) double riskFraction,
            @ForAll @LongRange(min = 1, max = 50) long lot) {
        Instrument instrument = Instrument.of("A").withLotSize(lot);
        RiskGate gate = RiskGate.builder()
                .instruments(List.of(instrument))
                .clock(() -> Instant.EPOCH)
                .build();
        gate.update(InstrumentFacts.of("A", Instant.EPOCH)
                .withAverageVolume(5e6)
                .withMarketCap(5e9)
                .withBeta(1.1));
        gate.update(AccountSnapshot.builder(100_000)
                .market(MarketData.of("A", Instant.EPOCH, price).withAtr(atr))
                .build());
        SizingRequest request =
                SizingRequest.of(instrument, side, price, 100_000, 100_000).withAtr(atr);
        PositionSizer sizer = PositionSizers.capped(
                PositionSizers.atr(riskFraction, 2), (asked, wanted) -> most(gate, asked, wanted));

        PositionSize size = sizer.size(request);

        if (!size.isNothing()) {
            assertThat(gate.check(order(request, size.quantity())).violations()).isEmpty();
        }
        if (size.boundBy() == SizeBound.LIMIT) {
            assertThat(gate.check(order(request, size.quantity() + lot)).isApproved())
                    .isFalse();
        }
    }

    private static SizeLimit most(RiskGate gate, SizingRequest request, long wanted) {
        MaxQuantity most = gate.maxQuantity(order(request, Math.max(1, wanted)));
        return new SizeLimit(most.boundBy().map(Limit::name).orElse("none"), most.quantity());
    }

    private static OrderIntent order(SizingRequest request, long quantity) {
        return OrderIntent.market("1", request.instrument().symbol(), request.side(), quantity);
    }
}
