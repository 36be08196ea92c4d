package io.robotrader.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.OrderLife.Step;
import io.robotrader.engine.execution.OrderLife.Step.Outcome;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One order from its decision to its end, in every way that happens. */
class OrderLifeTest {

    private static final OrderIntent HUNDRED = OrderIntent.market("o", "AAPL", Side.BUY, 100);
    private OrderLife life = OrderLife.decided(HUNDRED);

    private static Fill fill(String id, long quantity) {
        return new Fill(id, "o", "AAPL", Side.BUY, quantity, BigDecimal.TEN, BigDecimal.ZERO, Instant.EPOCH);
    }

    private static OrderEnd end(OrderEnd.Kind kind) {
        return new OrderEnd("o", kind, "so");
    }

    private void sent() {
        take(life.sent());
    }

    private Step take(Step step) {
        life = step.life();
        return step;
    }

    private OrderState state() {
        return life.state();
    }

    @Test
    void bx_8_an_order_is_decided_sent_acknowledged_filled_in_parts_and_over() {
        assertThat(state()).isEqualTo(OrderState.DECIDED);
        take(life.sent());
        assertThat(state()).isEqualTo(OrderState.SENT);
        take(life.acknowledged("77"));
        assertThat(state()).isEqualTo(OrderState.ACKNOWLEDGED);
        assertThat(life.brokerId()).isEqualTo("77");
        take(life.filled(fill("a", 40)));
        assertThat(state()).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(life.open()).isEqualTo(60);
        take(life.filled(fill("b", 60)));
        assertThat(state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void bx_8_no_intent_is_sent_twice() {
        sent();

        assertThat(take(life.sent()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void bx_8_a_repeated_fill_is_no_news_and_one_with_other_numbers_is_refused() {
        sent();
        take(life.filled(fill("a", 40)));

        assertThat(take(life.filled(fill("a", 40))).outcome()).isEqualTo(Outcome.NOTHING_NEW);
        Step other = take(life.filled(fill("a", 41)));
        assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(other.isTrouble()).isTrue();
        assertThat(other.life().filled()).isEqualTo(40);
    }

    @Test
    void a_fill_crosses_the_cancellation() {
        sent();
        take(life.cancelRequested());
        assertThat(state()).isEqualTo(OrderState.CANCEL_REQUESTED);
        take(life.ended(end(OrderEnd.Kind.CANCELLED)));

        Step late = take(life.filled(fill("a", 100)));

        assertThat(late.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(state()).isEqualTo(OrderState.FILLED);
        assertThat(take(life.cancelRequested()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_status_without_its_fills_is_lacking_them() {
        sent();

        Step step = life.reported(100);

        assertThat(step.life().state()).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(step.life().lacking()).isEqualTo(100);
        assertThat(step.life().filled(fill("a", 100)).life().lacking()).isZero();
    }

    @Test
    void a_correction_changes_what_was_traded_and_not_what_is_left() {
        sent();
        take(life.filled(fill("a", 40)));

        take(life.filled(Corrections.reversal(fill("a", 40), "o")));
        take(life.filled(Corrections.replacement(fill("a2", 30), "o")));

        assertThat(life.filled()).isEqualTo(30);
        assertThat(life.open()).isEqualTo(60);
        assertThat(state()).isEqualTo(OrderState.PARTLY_FILLED);
    }

    @Test
    void a_bust_of_a_filled_order_leaves_it_over() {
        sent();
        take(life.filled(fill("a", 100)));

        take(life.filled(Corrections.reversal(fill("a", 100), "o")));

        assertThat(life.filled()).isZero();
        assertThat(state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void an_unknown_order_works_until_it_is_settled() {
        sent();
        take(life.ended(end(OrderEnd.Kind.UNKNOWN)));
        assertThat(state()).isEqualTo(OrderState.UNKNOWN);
        take(life.filled(fill("a", 10)));
        assertThat(state()).isEqualTo(OrderState.UNKNOWN);

        take(life.acknowledged("77"));

        assertThat(state()).isEqualTo(OrderState.PARTLY_FILLED);
        take(life.ended(end(OrderEnd.Kind.CANCELLED)));
        assertThat(take(life.ended(end(OrderEnd.Kind.UNKNOWN))).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void what_is_odd_counts_and_is_told() {
        assertThat(take(life.filled(fill("a", 10))).outcome()).isEqualTo(Outcome.ODD);
        take(life.sent());
        take(life.ended(end(OrderEnd.Kind.REJECTED)));
        assertThat(take(life.ended(end(OrderEnd.Kind.CANCELLED))).outcome()).isEqualTo(Outcome.ODD);
        Step over = take(life.filled(fill("b", 100)));
        assertThat(over.outcome()).isEqualTo(Outcome.ODD);
        assertThat(over.why()).isEqualTo("more shares are filled than were ordered");
        assertThat(over.life().filled()).isEqualTo(110);
    }

    @Test
    void what_cannot_be_of_this_order_is_refused() {
        sent();
        take(life.acknowledged("77"));
        Fill sale = new Fill("x", "o", "AAPL", Side.SELL, 1, BigDecimal.TEN, BigDecimal.ZERO, Instant.EPOCH);

        assertThat(life.filled(sale).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(life.acknowledged("78").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(life.replaced(1, 0).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(life).hasToString("OrderLife[o ACKNOWLEDGED 0 of 100]");
    }

    @Test
    void a_fill_of_a_rejected_order_is_odd_and_shows_that_it_was_cancelled() {
        sent();
        take(life.ended(end(OrderEnd.Kind.REJECTED)));

        assertThat(take(life.filled(fill("a", 10))).outcome()).isEqualTo(Outcome.ODD);
        assertThat(state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void a_changed_order_is_over_at_its_new_quantity_and_an_expired_one_at_once() {
        sent();
        OrderLife changed = life.replaced(1, 60).life().filled(fill("a", 60)).life();

        assertThat(changed.state()).isEqualTo(OrderState.FILLED);
        assertThat(life.expired().life().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(OrderState.SENT.mayBecome(OrderState.DECIDED)).isFalse();
    }
}
