package io.robotrader.risk.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StopGapTest {

    private static AccountSnapshot at100(Position... positions) {
        AccountSnapshot.Builder account = AccountSnapshot.builder(0);
        for (Position position : positions) {
            account.position(position);
            account.market(MarketData.of(position.symbol(), Instant.EPOCH, 100));
        }
        return account.build();
    }

    @Test
    void ov_16_each_position_without_a_stop_is_reported_by_symbol() {
        Position second = Position.of("B", -10, 90);
        Position first = Position.of("A", 10, 90);

        assertThat(StopGap.in(at100(second, first)))
                .containsExactly(
                        new StopGap(first, StopGap.Reason.NO_STOP), new StopGap(second, StopGap.Reason.NO_STOP));
    }

    @Test
    void a_stop_on_the_losing_side_protects_and_a_flat_position_needs_none() {
        Position bought = Position.of("A", 10, 90).withStop(99.99);
        Position sold = Position.of("B", -10, 90).withStop(100.01);
        Position flat = Position.of("C", 0, 90);

        assertThat(StopGap.in(at100(bought, sold, flat))).isEmpty();
    }

    @Test
    void rk_3_a_stop_at_the_mark_or_on_its_wrong_side_is_breached() {
        for (double through : new double[] {100, 101}) {
            Position bought = Position.of("A", 10, 90).withStop(through);
            assertThat(StopGap.in(at100(bought))).containsExactly(new StopGap(bought, StopGap.Reason.BREACHED));
        }
        for (double through : new double[] {100, 99}) {
            Position sold = Position.of("A", -10, 90).withStop(through);
            assertThat(StopGap.in(at100(sold))).containsExactly(new StopGap(sold, StopGap.Reason.BREACHED));
        }
    }

    @Test
    void without_a_mark_nobody_knows_whether_the_stop_protects() {
        Position blind = Position.of("A", 10, 90).withStop(80);

        assertThat(StopGap.in(AccountSnapshot.builder(0).position(blind).build()))
                .containsExactly(new StopGap(blind, StopGap.Reason.NO_MARK));
    }

    @Test
    void an_account_without_positions_has_no_gaps() {
        assertThat(StopGap.in(AccountSnapshot.builder(1_000).build())).isEmpty();
    }
}
