package io.robotrader.risk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskPolicy;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.OrderImpact;
import io.robotrader.risk.rule.RiskRule;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/**
 * What every risk rule promises, as properties: extend this class in your own tests, hand in your rule and its limit, and
 * they run against it. Needs jqwik and AssertJ on the test class path.
 *
 * <p>The rule is asked through a gate that has no other limits, about orders in the symbol {@code A} of an account that
 * holds {@code A} and {@code B}.
 */
public abstract class RiskRuleContract {

    private static final Instant NOW = Instant.parse("2026-01-02T17:00:00Z");

    /** {@return the limit that your rule is paired with} */
    protected abstract Limit limit();

    /** {@return your rule} */
    protected abstract RiskRule rule();

    /** {@return false if more shares may lower the number, as a hedge lowers the beta} */
    protected boolean isMonotone() {
        return true;
    }

    /**
     * Tells the gate what your rule needs besides prices, facts and an account.
     *
     * @param gate the gate that asks your rule
     */
    protected void prepare(RiskGate gate) {}

    @Property(tries = 200)
    void it_never_panics_and_always_decides(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long held,
            @ForAll @LongRange(min = 1, max = OrderIntent.MAX_QUANTITY) long quantity,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double price,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double cash,
            @ForAll Side side) {
        RiskGate gate = gate(limit(), rule(), held, price, cash);

        assertThat(gate.check(OrderIntent.market("1", "A", side, quantity))).isNotNull();
        assertThat(gate.check(OrderIntent.limit("2", "A", side, quantity, price / 2)))
                .isNotNull();
    }

    @Property(tries = 100)
    void it_gives_the_same_answer_to_the_same_question(
            @ForAll @LongRange(min = -1000, max = 1000) long held,
            @ForAll @LongRange(min = 1, max = 100_000) long quantity,
            @ForAll Side side) {
        RiskGate gate = gate(limit(), rule(), held, 100, 100_000);
        OrderIntent order = OrderIntent.market("1", "A", side, quantity);

        assertThat(gate.check(order)).isEqualTo(gate.check(order));
    }

    @Property(tries = 100)
    void what_refuses_few_shares_refuses_more(
            @ForAll @LongRange(min = -1000, max = 1000) long held,
            @ForAll @LongRange(min = 1, max = 100_000) long fewer,
            @ForAll @LongRange(min = 1, max = 100_000) long more,
            @ForAll Side side) {
        if (!isMonotone()) {
            return;
        }
        RiskGate gate = gate(limit(), rule(), held, 100, 100_000);

        if (!gate.check(OrderIntent.market("1", "A", side, fewer)).isApproved()) {
            assertThat(gate.check(OrderIntent.market("2", "A", side, fewer + more))
                            .isApproved())
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void it_never_traps_an_exit(
            @ForAll @LongRange(min = 1, max = 1_000_000) long held,
            @ForAll @LongRange(min = 1, max = 1_000_000) long wanted,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double cash,
            @ForAll Side side) {
        long position = side == Side.SELL ? held : -held;
        RiskGate gate = gate(limit(), rule(), position, 100, cash);

        assertThat(gate.check(OrderIntent.market("1", "A", side, Math.min(wanted, held)))
                        .isApproved())
                .isTrue();
    }

    @Property(tries = 100)
    void exactly_at_the_bound_is_inside_and_beyond_it_is_not(
            @ForAll @LongRange(min = 1, max = 1000) long held, @ForAll @LongRange(min = 1, max = 1000) long quantity) {
        double observed = observe(held, quantity);
        if (!Double.isFinite(observed) || observed == 0) {
            return;
        }
        boolean floor = limit().sense() == LimitKind.Sense.AT_LEAST;
        boolean reachable = limit().sense() != LimitKind.Sense.BELOW;
        double beyond = Math.abs(observed) * 1e-6 * (floor ? 1 : -1);

        assertThat(approves(observed, held, quantity)).isEqualTo(reachable);
        assertThat(approves(observed + beyond, held, quantity)).isFalse();
        assertThat(approves(observed - beyond, held, quantity)).isTrue();
    }

    @Property(tries = 20)
    void a_number_that_it_looks_at_and_that_is_not_known_refuses(
            @ForAll @LongRange(min = 1, max = 1000) long held, @ForAll @LongRange(min = 1, max = 1000) long quantity) {
        for (String number : Holes.numbers()) {
            AtomicBoolean looked = new AtomicBoolean();
            double[] seen = {0};
            RiskRule spied = (impact, account) -> {
                OrderImpact holedImpact = Holes.in(OrderImpact.class, impact, number, looked);
                AccountView holedAccount = Holes.in(AccountView.class, account, number, looked);
                seen[0] = rule().observe(holedImpact, holedAccount);
                return seen[0];
            };
            gate(limit(), spied, held, 100, 1e6).check(OrderIntent.market("1", "A", Side.BUY, quantity));

            if (looked.get()) {
                assertThat(limit().admits(seen[0]))
                        .as("admits an unknown %s", number)
                        .isFalse();
            }
        }
    }

    private double observe(long held, long quantity) {
        double[] seen = {Double.NaN};
        RiskRule spied = (impact, account) -> seen[0] = rule().observe(impact, account);
        gate(limit(), spied, held, 100, 1e6).check(OrderIntent.market("1", "A", Side.BUY, quantity));
        return seen[0];
    }

    private boolean approves(double bound, long held, long quantity) {
        Limit moved = new Limit(limit().kind(), limit().name(), bound, limit().unit(), limit().sense());
        return gate(moved, rule(), held, 100, 1e6)
                .check(OrderIntent.market("1", "A", Side.BUY, quantity))
                .isApproved();
    }

    private RiskGate gate(Limit limit, RiskRule rule, long held, double price, double cash) {
        RiskGate gate = RiskGate.builder()
                .policy(RiskPolicy.of(RiskLimits.none()).and(limit, rule))
                .clock(() -> NOW)
                .build();
        gate.update(AccountSnapshot.builder(cash)
                .startOfDayEquity(cash + held * price + 1000)
                .position(Position.of("A", held, price))
                .position(Position.of("B", 10, 50))
                .market(MarketData.of("A", NOW, price).withAtr(price / 50))
                .market(MarketData.of("B", NOW, 50))
                .build());
        for (String symbol : new String[] {"A", "B"}) {
            gate.update(InstrumentFacts.of(symbol, NOW)
                    .withAverageVolume(2e6)
                    .withMarketCap(2e9)
                    .withBeta(1.1)
                    .withDailyVolatility(0.02));
        }
        gate.use((a, b) -> 0.5);
        gate.marketVolatility(0.01);
        prepare(gate);
        return gate;
    }
}
