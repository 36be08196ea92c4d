package io.robotrader.examples.embed;

import io.robotrader.risk.account.Side;
import java.time.Instant;

/** What these bots know of a broker. */
interface Broker {

    void send(Side side, long quantity);

    Instant time();

    double price();

    double cash();

    long shares();

    double averagePrice();
}
