package io.robotrader.risk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountSnapshotTest {

    private static MarketData mark(String symbol, double price) {
        return MarketData.of(symbol, Instant.EPOCH, price);
    }

    @Test
    void equity_is_cash_and_signed_shares_at_their_marks_and_never_at_cost() {
        AccountSnapshot account = AccountSnapshot.builder(10_000)
                .startOfDayEquity(40_000)
                .paidInToday(500)
                .position(Position.of("A", 100, 199))
                .position(Position.of("B", -50, 10))
                .market(mark("A", 400))
                .market(mark("B", 20))
                .build();

        assertThat(account.equity()).hasValue(10_000 + 40_000 - 1_000);
        assertThat(account.grossExposure()).hasValue(41_000);
        assertThat(account.dailyPnl()).hasValue(49_000 - 40_000 - 500);
    }

    @Test
    void a_missing_mark_leaves_the_sums_empty_and_a_flat_position_needs_none() {
        AccountSnapshot.Builder builder = AccountSnapshot.builder(10_000).position(Position.of("A", 0, 199));
        assertThat(builder.build().equity()).hasValue(10_000);

        AccountSnapshot account = builder.position(Position.of("A", 1, 199)).build();

        assertThat(account.equity()).isEmpty();
        assertThat(account.grossExposure()).isEmpty();
        assertThat(account.dailyPnl()).isEmpty();
    }

    @Test
    void sums_too_large_for_a_number_are_empty() {
        AccountSnapshot account = AccountSnapshot.builder(0)
                .position(Position.of("A", 1_000, 1))
                .market(mark("A", Double.MAX_VALUE))
                .build();

        assertThat(account.equity()).isEmpty();
        assertThat(account.grossExposure()).isEmpty();
    }

    @Test
    void the_start_of_the_day_is_what_was_told_and_without_it_nobody_knows_what_the_day_made() {
        AccountSnapshot.Builder builder = AccountSnapshot.builder(10_000).paidInToday(3_000);
        assertThat(builder.build().startOfDayEquity()).isEmpty();
        assertThat(builder.build().dailyPnl()).isEmpty();

        AccountSnapshot told = builder.startOfDayEquity(8_000).build();

        assertThat(told.startOfDayEquity()).hasValue(8_000);
        assertThat(told.dailyPnl()).hasValue(-1_000);
    }

    @Test
    void buying_power_is_what_was_told() {
        assertThat(AccountSnapshot.builder(5).build().buyingPower()).isEmpty();
        assertThat(AccountSnapshot.builder(5).buyingPower(20).build().buyingPower())
                .hasValue(20);
    }

    @Test
    void a_snapshot_does_not_change_with_its_builder_nor_from_outside() {
        AccountSnapshot.Builder builder = AccountSnapshot.builder(5);
        AccountSnapshot account = builder.build();

        builder.position(Position.of("A", 1, 1)).market(mark("A", 1));

        assertThat(account.positions()).isEmpty();
        assertThat(account.market()).isEmpty();
        assertThat(account.position("A")).isEmpty();
        assertThatThrownBy(() -> builder.build().positions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void ov_15_unrealised_profit_has_the_sign_of_the_position() {
        assertThat(Position.of("A", 100, 50).unrealizedPnl(51)).isEqualTo(100);
        assertThat(Position.of("A", -100, 50).unrealizedPnl(51)).isEqualTo(-100);
        assertThat(Position.of("A", 0, 50).unrealizedPnl(51)).isZero();
    }

    @Test
    void sides_carry_the_sign() {
        assertThat(Side.BUY.sign()).isEqualTo(1);
        assertThat(Side.SELL.sign()).isEqualTo(-1);
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }

    @Test
    void heat_without_equity_is_unknown() {
        assertThat(new AccountFigures(0, 0, 0, 0, 0, 1, 1).heat()).isNaN();
        assertThat(new AccountFigures(Double.NaN, 0, 0, 0, 0, 1, 1).heat()).isNaN();
        assertThat(new AccountFigures(100, 0, 0, 0, 0, 1, 1).heat()).isEqualTo(0.01);
    }
}
