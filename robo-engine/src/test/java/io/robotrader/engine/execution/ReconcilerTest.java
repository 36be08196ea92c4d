package io.robotrader.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.BrokerAccount.Trade;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Difference.Kind;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What differs between our books and the broker's, and what is to be done about it. */
class ReconcilerTest {

    private static final BigDecimal CASH = new BigDecimal("1000");
    private static final OrderLife WORKING = OrderLife.decided(OrderIntent.market("o", "AAPL", Side.BUY, 100))
            .sent()
            .life();
    private static final OrderLife UNKNOWN =
            WORKING.ended(new OrderEnd("o", OrderEnd.Kind.UNKNOWN, "")).life();
    private static final OpenOrder OPEN = new OpenOrder("o", "77", "AAPL", Side.BUY, 100, 0, false);

    private final Reconciler cautious = new Reconciler(ReconcilePolicy.CAUTIOUS);
    private final Reconciler trusting = new Reconciler(ReconcilePolicy.TRUSTING);

    private static Fill fill(String id, long quantity) {
        return new Fill(id, "o", "AAPL", Side.BUY, quantity, BigDecimal.ONE, BigDecimal.ZERO, Instant.EPOCH);
    }

    private static Books books(OrderLife... orders) {
        return new Books(CASH, Map.of(), List.of(orders), Map.of(), Set.of());
    }

    private static BrokerAccount account(
            String cash, List<Held> held, List<OpenOrder> open, List<Trade> trades, List<OrderEnd> ends) {
        return new BrokerAccount(
                Instant.EPOCH, Optional.of(new BigDecimal(cash)), held, List.of(), open, trades, ends, true);
    }

    private static void only(Reconciliation found, Kind kind, Action action) {
        assertThat(found.differences()).hasSize(1);
        assertThat(found.differences().get(0).kind()).isEqualTo(kind);
        assertThat(found.differences().get(0).action()).isEqualTo(action);
    }

    @Test
    void books_that_agree_leave_nothing_to_do() {
        Reconciliation found =
                cautious.reconcile(books(WORKING), account("1000", List.of(), List.of(OPEN), List.of(), List.of()));

        assertThat(found.isEmpty()).isTrue();
        assertThat(found.blocked()).isEmpty();
    }

    @Test
    void bx_8_a_missed_fill_is_booked_and_explains_shares_and_money() {
        Reconciliation found = cautious.reconcile(
                books(WORKING),
                account(
                        "900",
                        List.of(new Held("AAPL", 100, BigDecimal.ONE)),
                        List.of(),
                        List.of(new Trade(fill("a", 100), Set.of())),
                        List.of()));

        only(found, Kind.MISSED_FILL, Action.ADOPTED);
        assertThat(found.fills()).containsExactly(fill("a", 100));
        assertThat(found.ends()).isEmpty();
    }

    @Test
    void a_correction_that_was_missed_takes_the_wrong_fill_back() {
        Books books = new Books(
                new BigDecimal("900"),
                Map.of("AAPL", 100L),
                List.of(WORKING.filled(fill("a.01", 100)).life()),
                Map.of("a.01", fill("a.01", 100)),
                Set.of());

        Reconciliation found = cautious.reconcile(
                books,
                account(
                        "940",
                        List.of(new Held("AAPL", 60, BigDecimal.ONE)),
                        List.of(),
                        List.of(new Trade(fill("a.02", 60), Set.of("a.01"))),
                        List.of()));

        only(found, Kind.MISSED_FILL, Action.ADOPTED);
        assertThat(found.fills()).extracting(Fill::id).containsExactly("a.01/reversal", "a.02");
    }

    @Test
    void a_missed_end_is_booked() {
        OrderEnd cancelled = new OrderEnd("o", OrderEnd.Kind.CANCELLED, "by the exchange");

        Reconciliation found = cautious.reconcile(
                books(WORKING), account("1000", List.of(), List.of(), List.of(), List.of(cancelled)));

        only(found, Kind.MISSED_END, Action.ADOPTED);
        assertThat(found.ends()).containsExactly(cancelled);
    }

    @Test
    void an_order_that_is_named_nowhere_is_unknown_blocks_its_symbol_and_stays_so() {
        BrokerAccount empty = account("1000", List.of(), List.of(), List.of(), List.of());

        Reconciliation first = cautious.reconcile(books(WORKING), empty);
        Reconciliation second =
                cautious.reconcile(new Books(CASH, Map.of(), List.of(UNKNOWN), Map.of(), first.standing()), empty);

        only(first, Kind.LOST_ORDER, Action.BLOCKED);
        assertThat(first.ends()).extracting(OrderEnd::kind).containsExactly(OrderEnd.Kind.UNKNOWN);
        assertThat(second.isEmpty()).isTrue();
        assertThat(second.blocked()).containsExactly("AAPL");
    }

    @Test
    void a_lost_order_ends_when_it_was_asked_for_twice_if_the_policy_says_so() {
        BrokerAccount empty = account("1000", List.of(), List.of(), List.of(), List.of());

        Reconciliation first = trusting.reconcile(books(WORKING), empty);
        Reconciliation second =
                trusting.reconcile(new Books(CASH, Map.of(), List.of(UNKNOWN), Map.of(), first.standing()), empty);

        assertThat(second.ends()).extracting(OrderEnd::kind).containsExactly(OrderEnd.Kind.CANCELLED);
        assertThat(second.blocked()).isEmpty();
    }

    @Test
    void nothing_is_lost_as_long_as_the_broker_has_not_told_everything() {
        BrokerAccount partial = new BrokerAccount(
                Instant.EPOCH, Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

        assertThat(cautious.reconcile(books(WORKING), partial).isEmpty()).isTrue();
    }

    @Test
    void an_unknown_order_that_works_is_found() {
        Reconciliation found =
                cautious.reconcile(books(UNKNOWN), account("1000", List.of(), List.of(OPEN), List.of(), List.of()));

        assertThat(found.found()).isEqualTo(Map.of("o", "77"));
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void an_order_that_works_although_it_has_ended_is_taken_back() {
        OrderLife ended =
                WORKING.ended(new OrderEnd("o", OrderEnd.Kind.CANCELLED, "")).life();

        Reconciliation found =
                cautious.reconcile(books(ended), account("1000", List.of(), List.of(OPEN), List.of(), List.of()));

        only(found, Kind.REVIVED_ORDER, Action.REPORTED);
        assertThat(found.cancel()).containsExactly("o");
    }

    @Test
    void orders_of_others_are_told_once_and_block_if_the_policy_says_so() {
        OpenOrder foreign = new OpenOrder("", "99", "MSFT", Side.SELL, 5, 0, true);
        BrokerAccount account = account("1000", List.of(), List.of(foreign), List.of(), List.of());
        Reconciler blocking = new Reconciler(
                new ReconcilePolicy(Action.REPORTED, Action.REPORTED, BigDecimal.ONE, Action.BLOCKED, Action.BLOCKED));

        Reconciliation first = blocking.reconcile(books(), account);
        Reconciliation second =
                blocking.reconcile(new Books(CASH, Map.of(), List.of(), Map.of(), first.standing()), account);

        only(first, Kind.FOREIGN_ORDER, Action.BLOCKED);
        assertThat(second.differences()).isEmpty();
        assertThat(second.blocked()).containsExactly("MSFT");
        assertThat(cautious.reconcile(books(), account).blocked()).isEmpty();
    }

    @Test
    void shares_that_no_fill_explains_are_blocked_or_adopted() {
        BrokerAccount account =
                account("1000", List.of(new Held("AAPL", 7, BigDecimal.TEN)), List.of(), List.of(), List.of());

        Reconciliation blocked = cautious.reconcile(books(), account);
        Reconciliation adopted = trusting.reconcile(books(), account);

        only(blocked, Kind.POSITION, Action.BLOCKED);
        assertThat(blocked.blocked()).containsExactly("AAPL");
        only(adopted, Kind.POSITION, Action.ADOPTED);
        assertThat(adopted.positions()).containsExactly(new Reconciliation.Adoption("AAPL", 7, BigDecimal.TEN));
    }

    @Test
    void money_may_differ_by_the_tolerance_and_no_more() {
        BrokerAccount exact = account("999", List.of(), List.of(), List.of(), List.of());
        BrokerAccount less = account("998.99", List.of(), List.of(), List.of(), List.of());
        Reconciler blocking = new Reconciler(
                new ReconcilePolicy(Action.REPORTED, Action.BLOCKED, BigDecimal.ONE, Action.REPORTED, Action.BLOCKED));

        assertThat(cautious.reconcile(books(), exact).isEmpty()).isTrue();
        Reconciliation found = blocking.reconcile(books(), less);
        only(found, Kind.CASH, Action.BLOCKED);
        assertThat(found.differences().get(0).theirs()).isEqualTo("1.01 less than the books");
        assertThat(found.blocksAll()).isTrue();
        assertThat(trusting.reconcile(books(), less).cash()).contains(new BigDecimal("998.99"));
    }

    @Test
    void what_is_no_whole_share_is_told() {
        BrokerAccount account = new BrokerAccount(
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                List.of("0.5 AAPL (STK)"),
                List.of(),
                List.of(),
                List.of(),
                true);

        only(cautious.reconcile(books(), account), Kind.POSITION, Action.REPORTED);
    }
}
