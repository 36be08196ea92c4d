package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.OrderIntent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionSizeTest {

    @Test
    void a_step_that_adds_shares_cannot_exist() {
        PositionSize size = new PositionSize(10, SizeBound.KELLY);

        assertThatThrownBy(() -> size.then(SizeStep.scaled(SizeBound.DRAWDOWN, 1, 11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps must never add shares, but was [KELLY: 10, DRAWDOWN: 11]");
        assertThatThrownBy(() -> new PositionSize(List.of())).hasMessage("steps must be at least one, but was []");
    }

    @Test
    void the_first_of_two_bounds_that_are_equal_is_the_one_named() {
        PositionSize size = new PositionSize(10, SizeBound.KELLY)
                .then(new SizeStep(SizeBound.LIMIT, "first", 1, 5))
                .then(new SizeStep(SizeBound.LIMIT, "second", 1, 5));

        assertThat(size.quantity()).isEqualTo(5);
        assertThat(size.boundByName()).isEqualTo("first");
        assertThat(size.isNothing()).isFalse();
        assertThat(new PositionSize(10, SizeBound.KELLY).boundByName()).isEqualTo("KELLY");
    }

    @Test
    void a_step_is_checked() {
        assertThatThrownBy(() -> SizeStep.bound(SizeBound.KELLY, -1))
                .hasMessage("quantity must be at least 0, but was -1");
        assertThatThrownBy(() -> SizeStep.bound(SizeBound.KELLY, OrderIntent.MAX_QUANTITY + 1))
                .hasMessage("quantity must be at most 1000000000000, but was 1000000000001");
        assertThatThrownBy(() -> SizeStep.scaled(SizeBound.DRAWDOWN, 1.01, 1))
                .hasMessage("factor must be from 0 to 1, but was 1.01");
        assertThatThrownBy(() -> SizeStep.scaled(SizeBound.DRAWDOWN, Double.NaN, 1))
                .hasMessage("factor must be from 0 to 1, but was NaN");
        assertThatThrownBy(() -> new SizeStep(SizeBound.LIMIT, " ", 1, 1)).hasMessageStartingWith("name must be");
    }
}
