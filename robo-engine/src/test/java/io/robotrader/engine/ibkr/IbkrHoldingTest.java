package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.BrokerAccount.Held;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IbkrHoldingTest {

    private static Optional<Held> held(String quantity) {
        return IbkrHolding.of(new IbkrPosition(
                "DU1",
                IbkrContract.stock("AAPL"),
                new BigDecimal(quantity),
                new BigDecimal("20"),
                null,
                null,
                null,
                null));
    }

    @Test
    void a_fraction_beside_whole_shares_does_not_hide_them() {
        assertThat(held("100.37")).contains(new Held("AAPL", 100, new BigDecimal("20")));
        assertThat(held("-3.5")).contains(new Held("AAPL", -3, new BigDecimal("20")));
        assertThat(held("7")).contains(new Held("AAPL", 7, new BigDecimal("20")));
    }

    @Test
    void a_fraction_alone_is_no_whole_share() {
        assertThat(held("0.9")).isEmpty();
        assertThat(held("-0.9")).isEmpty();
    }
}
