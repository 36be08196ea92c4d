package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.account.OrderIntent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings everything to where it was when the journal ended: books, holds, the day's counts and baselines, stops, and what
 * the strategy has seen. Sends nothing. An order whose end is not in the journal is unknown from then on.
 */
final class Recovery {

    private final Floor floor;
    private final DayBook day;
    private final Guards guards;
    private final Wishes wishes;
    private final Intake intake;
    /** As they were sent: those that work, and those of the trade date. */
    private final Map<String, OrderIntent> sent = new LinkedHashMap<>();
    // Why a person has paused it, if nobody has resumed it since. What else held it is found anew.
    private @Nullable String pause;
    // Whether all so far is what the account had when the journal began.
    private boolean begins = true;

    Recovery(Floor floor, DayBook day, Guards guards, Wishes wishes, Intake intake) {
        this.floor = floor;
        this.day = day;
        this.guards = guards;
        this.wishes = wishes;
        this.intake = intake;
    }

    /**
     * Takes the past in, in order.
     *
     * @return the orders of which the broker may have more to tell, as they were sent
     */
    List<OrderIntent> take(Stream<EngineEvent> past) {
        past.forEachOrdered(event -> {
            floor.desk.gateTime().standAt(event.at());
            take(event);
            day.rise(floor.desk.gate().figures().equity());
        });
        floor.desk.gateTime().goOn();
        day.useCorrelations();
        day.tellGate();
        day.tellPeak();
        loseWhatWorks();
        if (pause != null) {
            floor.host.holdAgain(HoldReason.PERSON, pause);
        }
        Set<String> working = Set.copyOf(floor.working.ids());
        return sent.values().stream()
                .filter(order -> working.contains(order.id()) || floor.costs.mayCostMore(order.id()))
                .toList();
    }

    private void take(EngineEvent event) {
        begins &= event instanceof CashAdopted || event instanceof PositionAdopted;
        if (begins) {
            floor.ledger.beginWithAccount(event.at());
        }
        if (event instanceof BarTaken taken) {
            takeBar(taken.bar());
        } else if (event instanceof SignalRaised raised) {
            wishes.remember(raised.signal());
        } else if (event instanceof OrderDecided decided && decided.decision().isApproved()) {
            sent.put(decided.order().id(), decided.order());
            floor.working.sent(decided.order(), decided.at());
            floor.ledger.sent(decided.order());
            floor.desk.gate().restore(decided.order());
        } else if (event instanceof OrderFilled filled) {
            takeFill(filled.fill());
        } else if (event instanceof CommissionCharged charged) {
            floor.desk.portfolio().charge(charged.commission());
            floor.costs.book(charged.commission());
            floor.trips.charge(charged.commission());
        } else if (event instanceof OrderEnded ended) {
            takeEnd(ended.end());
        } else if (event instanceof OrderAcknowledged told) {
            floor.working.known(told.orderId());
            floor.ledger.acknowledged(told.orderId(), told.brokerId());
        } else if (event instanceof DayBegan began) {
            day.remember(began);
            sent.keySet().retainAll(floor.working.ids());
        } else if (event instanceof DayClosed closed) {
            day.remember(closed);
        } else if (event instanceof HoldChanged hold) {
            takeHold(hold);
        } else if (event instanceof HaltLifted) {
            floor.trips.forgive();
        } else if (event instanceof PositionAdopted adopted) {
            floor.desk.portfolio().adopt(adopted.symbol(), adopted.quantity(), adopted.averagePrice());
            floor.trips.adopted(adopted.symbol(), adopted.quantity());
            guards.follow(adopted.symbol());
            day.paidIn(adopted.moved());
            day.tellGate();
        } else if (event instanceof CashAdopted adopted) {
            floor.desk.portfolio().adoptCash(adopted.cash());
            day.paidIn(adopted.moved());
            day.tellGate();
        }
    }

    private void takeHold(HoldChanged hold) {
        if (hold.reason().equals(HoldReason.PERSON.name())) {
            pause = hold.placed() ? hold.why() : null;
        } else {
            intake.remember(hold);
        }
    }

    private void takeBar(Bar bar) {
        intake.remember(bar);
        floor.tape.remember(bar);
        guards.onBar(bar);
        // It learns; what it wished then is in the journal.
        floor.desk.strategy().onBar(bar);
    }

    private void takeFill(Fill fill) {
        long before = floor.held(fill.symbol());
        floor.trips.book(fill, before, floor.desk.portfolio().book(fill));
        floor.costs.book(fill);
        guards.follow(fill.symbol());
        day.tellGate();
        floor.desk.gate().filled(fill.orderId(), fill.quantity());
        floor.working.filled(fill);
        floor.ledger.filled(fill);
    }

    private void takeEnd(OrderEnd end) {
        floor.ledger.ended(end);
        if (end.kind() == OrderEnd.Kind.UNKNOWN) {
            floor.working.unknown(end.orderId());
            floor.desk.gate().unknown(end.orderId());
        } else {
            floor.working.ended(end.orderId());
            floor.desk.gate().closed(end.orderId());
        }
    }

    private void loseWhatWorks() {
        List<String> lost = floor.working.ids(open -> !open.isUnknown());
        for (String id : lost) {
            OrderEnd end = new OrderEnd(
                    id, OrderEnd.Kind.UNKNOWN, "the program ended before the broker had told what became of it");
            floor.host.publish(new OrderEnded(floor.now(), end));
            takeEnd(end);
        }
    }
}
