package io.robotrader.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order in which a broker tells things, and however often, the same is known in the end. */
class OrderLifePropertyTest {

    private interface Report {
        OrderLife.Step to(OrderLife life);
    }

    private static Fill fill(String id, String order, long quantity, Side side) {
        return new Fill(id, order, "AAPL", side, quantity, BigDecimal.TEN, BigDecimal.ONE, Instant.EPOCH);
    }

    private static List<Report> script(
            int fills, boolean cancelled, boolean rejected, boolean expired, boolean corrected, boolean changed) {
        List<Report> script = new ArrayList<>();
        script.add(life -> life.acknowledged("77"));
        for (int i = 0; i < fills; i++) {
            Fill next = fill("e" + i, "o", 20, Side.BUY);
            long counted = 20L * (i + 1);
            script.add(life -> life.filled(next));
            script.add(life -> life.reported(counted));
        }
        if (corrected && fills > 0) {
            Fill first = fill("e0", "o", 20, Side.BUY);
            script.add(life -> life.filled(Corrections.reversal(first, "o")));
            script.add(life -> life.filled(Corrections.replacement(fill("e0b", "o", 15, Side.BUY), "o")));
        }
        if (cancelled) {
            script.add(life -> life.ended(new OrderEnd("o", OrderEnd.Kind.CANCELLED, "")));
        }
        if (rejected) {
            script.add(life -> life.ended(new OrderEnd("o", OrderEnd.Kind.REJECTED, "")));
        }
        if (expired) {
            script.add(OrderLife::expired);
        }
        if (changed) {
            script.add(life -> life.replaced(1, 80));
            script.add(life -> life.replaced(2, 60));
        }
        return script;
    }

    private static OrderLife start() {
        return OrderLife.decided(OrderIntent.market("o", "AAPL", Side.BUY, 100))
                .sent()
                .life();
    }

    @Property
    void the_order_and_the_repetition_of_reports_change_nothing(
            @ForAll @IntRange(min = 0, max = 6) int fills,
            @ForAll boolean cancelled,
            @ForAll boolean rejected,
            @ForAll boolean expired,
            @ForAll boolean corrected,
            @ForAll boolean changed,
            @ForAll long seed) {
        List<Report> script = script(fills, cancelled, rejected, expired, corrected, changed);
        OrderLife plain = start();
        for (Report report : script) {
            plain = report.to(plain).life();
        }

        Random random = new Random(seed);
        List<Report> shuffled = new ArrayList<>(script);
        for (Report report : script) {
            if (random.nextBoolean()) {
                shuffled.add(report);
            }
        }
        Collections.shuffle(shuffled, random);
        OrderLife other = start();
        for (Report report : shuffled) {
            OrderLife.Step step = report.to(other);
            OrderState before = other.state();
            OrderState after = step.life().state();
            assertThat(after == before || before.mayBecome(after))
                    .as(before + " to " + after)
                    .isTrue();
            other = step.life();
        }

        assertThat(other.state()).isEqualTo(plain.state());
        assertThat(other.filled()).isEqualTo(plain.filled());
        assertThat(other.open()).isEqualTo(plain.open());
        assertThat(other.lacking()).isEqualTo(plain.lacking());
        assertThat(other.fills()).isEqualTo(plain.fills());
    }
}
