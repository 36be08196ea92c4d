package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HeldPosition;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the books of an engine against those of the gateway, and its journal against what was promised. */
final class SoakBooks {

    static final String ACCOUNT = "DU1234567";
    static final BigDecimal CASH = new BigDecimal("100000");

    /** An order that the gateway names nowhere, asked twice, was never sent; whatever else differs blocks. */
    static final ReconcilePolicy POLICY =
            new ReconcilePolicy(Action.BLOCKED, Action.REPORTED, BigDecimal.ONE, Action.REPORTED, Action.ADOPTED);

    static final Duration RECONCILED = Duration.ofMinutes(10);

    private SoakBooks() {}

    /** Positions, cash and orders are the gateway's, and no intent was sent twice. */
    static void areEqual(EngineView view, List<EngineEvent> journal, GatewaySimulator gateway) {
        Map<String, Long> theirs = new TreeMap<>();
        for (String symbol : SoakMarket.SYMBOLS) {
            long shares = gateway.position(ACCOUNT, symbol).longValueExact();
            if (shares != 0) {
                theirs.put(symbol, shares);
            }
        }
        Map<String, Long> ours = new TreeMap<>();
        for (HeldPosition held : view.positions()) {
            ours.put(held.symbol(), held.quantity());
        }
        assertThat(ours).as("positions").isEqualTo(theirs);
        assertThat(cash(journal)).as("cash").isEqualByComparingTo(gateway.cash(ACCOUNT));
        assertThat(view.orders().stream().map(it -> it.order().id()).sorted())
                .as("working orders")
                .containsExactlyElementsOf(
                        gateway.workingRefs().stream().sorted().toList());
        assertThat(view.orders()).as("orders of unknown fate").noneMatch(it -> it.isUnknown());
        assertThat(gateway.orderRefs()).as("orders that were sent").doesNotHaveDuplicates();
    }

    /** Whatever reached the gateway was decided and written first, but for exits while the journal took nothing. */
    static void allWereDecided(List<EngineEvent> journal, GatewaySimulator gateway) {
        Set<String> approved = new HashSet<>();
        for (EngineEvent event : journal) {
            if (event instanceof OrderDecided it && it.decision().isApproved()) {
                approved.add(it.order().id());
            }
        }
        assertThat(gateway.orderRefs().stream().filter(it -> !it.matches(".*-\\d+r\\d+")))
                .as("orders at the gateway")
                .allMatch(approved::contains);
    }

    private static BigDecimal cash(List<EngineEvent> journal) {
        BigDecimal cash = CASH;
        for (EngineEvent event : journal) {
            if (event instanceof OrderFilled it) {
                Fill fill = it.fill();
                BigDecimal value = fill.price().multiply(BigDecimal.valueOf(fill.quantity()));
                cash = cash.subtract(
                                value.multiply(BigDecimal.valueOf(fill.side().sign())))
                        .subtract(fill.commission());
            } else if (event instanceof CommissionCharged it) {
                cash = cash.subtract(it.commission().amount());
            }
        }
        return cash;
    }

    /** While a halt was in force nothing was approved but what brings a position towards zero; no id came twice. */
    static int haltsHeld(List<EngineEvent> journal) {
        Map<String, Long> held = new HashMap<>();
        Set<String> ids = new HashSet<>();
        boolean halted = false;
        int halts = 0;
        for (EngineEvent event : journal) {
            if (event instanceof Halted) {
                halted = true;
                halts++;
            } else if (event instanceof HaltLifted) {
                halted = false;
            } else if (event instanceof OrderFilled it) {
                held.merge(
                        it.fill().symbol(), it.fill().side().sign() * it.fill().quantity(), Long::sum);
            } else if (event instanceof OrderDecided it && it.decision().isApproved()) {
                OrderIntent order = it.order();
                assertThat(ids.add(order.id())).as("%s is new", order.id()).isTrue();
                long position = held.getOrDefault(order.symbol(), 0L);
                assertThat(!halted
                                || (Long.signum(position) == -order.side().sign()
                                        && order.quantity() <= Math.abs(position)))
                        .as("%s of %s shares held, halted %s", order, position, halted)
                        .isTrue();
            }
        }
        return halts;
    }
}
