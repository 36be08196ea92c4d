package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.CorrelationLookup;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookCorrelationTest {

    private static final Map<String, Double> WITH_A = Map.of("B", 0.8, "C", 0.4, "D", 7.0);
    private static final CorrelationLookup LOOKUP = (a, b) -> WITH_A.getOrDefault(a.equals("A") ? b : a, Double.NaN);

    private static AccountSnapshot holding(Position... positions) {
        AccountSnapshot.Builder account = AccountSnapshot.builder(0);
        for (Position position : positions) {
            account.position(position);
        }
        return account.build();
    }

    @Test
    void a_short_position_turns_the_correlation_round() {
        AccountSnapshot account = holding(Position.of("B", -5, 1), Position.of("C", 5, 1));

        assertThat(BookCorrelation.highest("A", Side.BUY, account, LOOKUP)).isEqualTo(0.4);
        assertThat(BookCorrelation.highest("A", Side.SELL, account, LOOKUP)).isEqualTo(0.8);
        assertThat(BookCorrelation.average("A", Side.BUY, account, LOOKUP)).isEqualTo(-0.2, within(1e-15));
    }

    @Test
    void a_perfect_hedge_is_known_and_no_bet_of_the_same_kind() {
        AccountSnapshot account = holding(Position.of("B", 5, 1));

        assertThat(BookCorrelation.highest("A", Side.BUY, account, (a, b) -> -1))
                .isEqualTo(-1);
        assertThat(BookCorrelation.highest("A", Side.SELL, account, (a, b) -> 1))
                .isEqualTo(-1);
    }

    @Test
    void an_unknown_pair_counts_as_one_whichever_way_it_points() {
        AccountSnapshot account = holding(Position.of("C", 5, 1), Position.of("X", -5, 1));

        assertThat(BookCorrelation.highest("A", Side.BUY, account, LOOKUP)).isEqualTo(1);
        assertThat(BookCorrelation.average("A", Side.BUY, account, LOOKUP)).isEqualTo(0.7, within(1e-15));
        assertThat(BookCorrelation.highest("A", Side.SELL, holding(Position.of("D", 1, 1)), LOOKUP))
                .isEqualTo(1);
    }

    @Test
    void flat_positions_and_the_symbol_itself_do_not_count() {
        AccountSnapshot account = holding(Position.of("A", 5, 1), Position.of("B", 0, 1));

        assertThat(BookCorrelation.highest("A", Side.BUY, account, LOOKUP)).isEqualTo(-1);
        assertThat(BookCorrelation.average("A", Side.BUY, account, LOOKUP)).isEqualTo(-1);
    }
}
