package io.robotrader.examples.embed;

import io.robotrader.risk.account.Side;
import java.time.Instant;

/** Stands for your broker: one stock at a recorded price a minute, every order filled at once, no costs. */
final class FakeBroker implements Broker {

    static final String STOCK = "ACME";
    private static final double[] PRICES = {100, 102, 104, 107, 110, 109, 104, 103, 108, 113};
    private static final Instant OPENING = Instant.parse("2024-03-01T14:30:00Z");

    private int minute = -1;
    private double cash = 20_000;
    private long shares;
    private double averagePrice;

    /** Waits for the next price. */
    boolean next() {
        minute++;
        return minute < PRICES.length;
    }

    @Override
    public void send(Side side, long quantity) {
        if (side == Side.BUY) {
            averagePrice = (averagePrice * shares + price() * quantity) / (shares + quantity);
        }
        shares += side.sign() * quantity;
        cash -= side.sign() * quantity * price();
    }

    @Override
    public Instant time() {
        return OPENING.plusSeconds(60L * Math.max(0, minute));
    }

    @Override
    public double price() {
        return PRICES[minute];
    }

    @Override
    public double cash() {
        return cash;
    }

    @Override
    public long shares() {
        return shares;
    }

    @Override
    public double averagePrice() {
        return averagePrice;
    }
}
