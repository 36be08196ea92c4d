package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.RiskRule;
import io.robotrader.risk.rule.Unit;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MaxQuantityTest {

    static final List<LimitCase> GROWING = LimitCase.ALL.stream()
            .filter(it -> List.of(
                            LimitKind.BUYING_POWER,
                            LimitKind.ORDER_NOTIONAL_LIMIT,
                            LimitKind.DAILY_NOTIONAL_LIMIT,
                            LimitKind.POSITION_SIZE_LIMIT,
                            LimitKind.SECTOR_EXPOSURE_LIMIT,
                            LimitKind.LEVERAGE_LIMIT,
                            LimitKind.PORTFOLIO_HEAT_LIMIT,
                            LimitKind.BETA_LIMIT,
                            LimitKind.VALUE_AT_RISK_LIMIT,
                            LimitKind.SHORT_SELLING)
                    .contains(it.kind()))
            .toList();

    @ParameterizedTest
    @FieldSource("GROWING")
    void the_largest_order_is_the_one_at_the_limit_and_the_limit_is_named(LimitCase it) {
        LimitCase.Scene scene = it.scene(true);
        OrderIntent order = it.setting().set(scene, 0);

        MaxQuantity most = scene.gate.maxQuantity(order.withQuantity(1));

        assertThat(most.quantity()).isEqualTo(order.quantity());
        assertThat(most.boundBy().map(Limit::kind)).hasValue(it.kind());
    }

    @Test
    void where_nothing_binds_it_is_the_largest_order_that_there_can_be() {
        RiskGate gate = gate(noLimits(), cash(100_000));

        assertThat(gate.maxQuantity(buy("1", 1))).isEqualTo(new MaxQuantity(OrderIntent.MAX_QUANTITY, empty()));
    }

    @Test
    void an_unknown_symbol_an_id_that_was_sent_and_an_impossible_stop_leave_what_reduces() {
        RiskGate gate = gate(noLimits(), holding(30));
        gate.reserve(buy("sent", 1));

        assertThat(gate.maxQuantity(OrderIntent.market("1", "Z", Side.BUY, 1)).quantity())
                .isZero();
        assertThat(gate.maxQuantity(buy("sent", 1)).quantity()).isZero();
        assertThat(gate.maxQuantity(buy("2", 1).withStop(200)).quantity()).isZero();
        assertThat(gate.maxQuantity(sell("3", 1).withStop(50)).quantity()).isEqualTo(30);
    }

    @Test
    void a_limit_that_needs_what_is_missing_binds_at_once() {
        RiskGate gate = gate(noLimits().maxBeta(1), holding(30));

        MaxQuantity most = gate.maxQuantity(sell("1", 1));

        assertThat(most.quantity()).isEqualTo(30);
        assertThat(most.boundBy().map(Limit::kind)).hasValue(LimitKind.BETA_LIMIT);
    }

    @Test
    void equity_that_no_limit_asks_for_is_not_missed() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000), cash(100_000).position(Position.of("X", 1, 1)));

        assertThat(gate.check(buy("1", 10)).isApproved()).isTrue();
        assertThat(gate.maxQuantity(buy("1", 1)).quantity()).isEqualTo(10);
    }

    @Test
    void the_quantity_of_the_order_before_is_not_repeated_and_one_lot_less_is_offered() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000).minSecondsBetweenSameOrders(1e9), cash(100_000));
        gate.reserve(buy("1", 10));
        gate.closed("1");

        MaxQuantity most = gate.maxQuantity(buy("2", 1));

        assertThat(most.quantity()).isEqualTo(9);
        assertThat(most.boundBy().map(Limit::kind)).hasValue(LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(buy("2", 9)).isApproved()).isTrue();
        assertThat(gate.check(buy("2", 10)).isApproved()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 101", "7, 98", "100, 100", "101, 101", "102, 0", "20000000, 0", "9000000000000000000, 0"})
    void whole_lots_only(long lot, long most) {
        RiskGate gate = RiskGate.builder()
                .limits(noLimits().maxOrderNotional(10_100).build())
                .instruments(List.of(Instrument.of("A").withLotSize(lot)))
                .build();
        gate.update(cash(100_000).build());

        assertThat(gate.maxQuantity(buy("1", 1)).quantity()).isEqualTo(most);
    }

    @Test
    void huge_lots_do_not_overflow() {
        RiskGate gate = RiskGate.builder()
                .limits(noLimits().maxOrderNotional(45e9).build())
                .instruments(List.of(Instrument.of("A").withLotSize(20_000_000)))
                .build();
        gate.update(cash(100_000).build());

        assertThat(gate.maxQuantity(buy("1", 1)).quantity()).isEqualTo(440_000_000);
    }

    /** A rule of a user's own. */
    record Shape(String name, DoubleUnaryOperator number, long most) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Shape> SHAPES = List.of(
            new Shape("line", shares -> 3.0 * shares, 1_234),
            new Shape("step", shares -> shares > 411 ? 3_703 : 5, 411),
            new Shape("early step", shares -> shares > 1 ? 1e9 : 0, 1),
            new Shape("far step", shares -> shares > 987_654_321_987L ? 1e9 : 0, 987_654_321_987L),
            new Shape("never", shares -> 1e9, 0),
            new Shape("square", shares -> Math.pow(shares, 2), 60),
            new Shape("root", Math::sqrt, 13_711_468),
            new Shape("power", shares -> Math.exp(shares / 100.0), 821),
            new Shape("logarithm", shares -> 200 * Math.log(shares), 109_836_122),
            new Shape("stairs", shares -> Math.floor(shares / 50.0) * 100, 1_899),
            new Shape("not a number", shares -> Double.NaN, 0),
            new Shape("not known beyond", shares -> shares > 77 ? Double.NaN : 0, 77),
            new Shape("always", shares -> 0, OrderIntent.MAX_QUANTITY));

    @ParameterizedTest
    @FieldSource("SHAPES")
    void any_monotone_rule_is_met_exactly_and_soon(Shape shape) {
        int[] asked = {0};
        RiskRule rule = (impact, account) -> {
            asked[0]++;
            return shape.number.applyAsDouble((double) impact.openingQuantity());
        };
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.use(RiskPolicy.of(noLimits().build()).and(Limit.custom("mine", 3_702.9, Unit.COUNT), rule));

        MaxQuantity most = gate.maxQuantity(buy("1", 1));

        assertThat(asked[0]).isLessThanOrEqualTo(100);
        assertThat(most.quantity()).isEqualTo(shape.most);
        assertThat(most.boundBy().isPresent()).isEqualTo(shape.most < OrderIntent.MAX_QUANTITY);
        assertThat(passes(gate, most.quantity())).isTrue();
        assertThat(most.boundBy().isPresent() && passes(gate, most.quantity() + 1))
                .isFalse();
    }

    @Test
    void a_floor_of_the_users_own_is_met_too() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.use(RiskPolicy.of(noLimits().build())
                .and(
                        Limit.customAtLeast("money left", 30_000, Unit.MONEY),
                        (impact, account) -> account.buyingPower() - impact.openingNotional()));

        MaxQuantity most = gate.maxQuantity(buy("1", 1));

        assertThat(most.quantity()).isEqualTo(700);
        assertThat(most.boundBy().map(Limit::name)).hasValue("money left");
    }

    private static boolean passes(RiskGate gate, long quantity) {
        return quantity == 0 || gate.check(buy("1", quantity)).isApproved();
    }

    private static java.util.Optional<Limit> empty() {
        return java.util.Optional.empty();
    }
}
