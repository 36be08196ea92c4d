package io.robotrader.examples.embed;

import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.io.PrintWriter;
import java.time.Instant;

/** Passes every order on to the broker, and tells what the gate thinks of it. */
final class ShadowBroker implements Broker {

    private final Broker broker;
    private final RiskGate gate;
    private final PrintWriter out;
    private int orders;

    ShadowBroker(Broker broker, PrintWriter out) {
        this.broker = broker;
        this.gate = Books.gate(broker);
        this.out = out;
    }

    @Override
    public void send(Side side, long quantity) {
        orders++;
        OrderIntent order = OrderIntent.market("order-" + orders, FakeBroker.STOCK, side, quantity);
        gate.update(Books.of(broker));
        // Held and not just checked, so that the day's counts run on as they would with the gate in charge.
        RiskDecision decision = gate.reserve(order);
        out.println(side + " " + quantity + " at " + price() + ": "
                + (decision.isApproved() ? "would pass" : "would refuse " + decision.violations()));
        broker.send(side, quantity);
        gate.update(Books.of(broker));
        gate.closed(order.id());
    }

    @Override
    public Instant time() {
        return broker.time();
    }

    @Override
    public double price() {
        return broker.price();
    }

    @Override
    public double cash() {
        return broker.cash();
    }

    @Override
    public long shares() {
        return broker.shares();
    }

    @Override
    public double averagePrice() {
        return broker.averagePrice();
    }
}
