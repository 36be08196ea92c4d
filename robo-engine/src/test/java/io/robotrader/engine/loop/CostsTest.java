package io.robotrader.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final Instant NOON = Instant.parse("2024-03-04T17:00:00Z");

    private final Costs costs = new Costs();

    private static Fill fill(String commission) {
        return new Fill("f", "o", "AAPL", Side.BUY, 10, BigDecimal.TEN, new BigDecimal(commission), NOON);
    }

    private static LateCommission late(String amount) {
        return new LateCommission("f", "o", "AAPL", new BigDecimal(amount), NOON);
    }

    @Test
    void what_was_cut_off_from_its_fill_is_missing_whichever_way_it_is_told_again() {
        costs.book(fill("0"));
        assertThat(costs.mayCostMore("o")).isTrue();

        assertThat(costs.toldAgain(fill("1.5"))).isEqualByComparingTo("1.5");
        assertThat(costs.toldAgain(fill("0"))).isZero();
        assertThat(costs.told(late("1.5"))).isEqualByComparingTo("1.5");
    }

    @Test
    void what_was_charged_before_is_not_charged_again() {
        costs.book(fill("0"));
        costs.book(late("1.5"));
        assertThat(costs.mayCostMore("o")).isFalse();

        assertThat(costs.toldAgain(fill("0"))).isZero();
        assertThat(costs.told(late("1.5"))).isZero();
        assertThat(costs.toldAgain(fill("1.5"))).isZero();
    }

    @Test
    void what_is_told_the_first_time_counts_whole() {
        costs.book(fill("1"));

        assertThat(costs.told(late("0.5"))).isEqualByComparingTo("0.5");
    }
}
