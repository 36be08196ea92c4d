package io.robotrader.examples.session;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.ibkr.sim.SimulatedBroker;
import io.robotrader.examples.console.BadInputException;
import java.math.BigDecimal;

/** Where the orders of a session go. The fills are the same. */
enum BrokerChoice {
    /** Through the client of Interactive Brokers' protocol, over TCP, to the gateway simulator. */
    GATEWAY {
        @Override
        Broker broker(DataSet data, RoboConfig config) {
            return SimulatedBroker.of(data.symbols(), data.start(), config.defaultCash())
                    .withCosts(SLIPPAGE, COMMISSION_PER_SHARE);
        }
    },

    /** Nowhere: they are filled in the process. */
    PAPER {
        @Override
        Broker broker(DataSet data, RoboConfig config) {
            return PaperBroker.withCosts(SLIPPAGE, COMMISSION_PER_SHARE);
        }
    };

    // What trading costs here: a twentieth of a per cent of the price lost on each market order, and half a cent a
    // share.
    private static final double SLIPPAGE = 0.0005;
    private static final BigDecimal COMMISSION_PER_SHARE = new BigDecimal("0.005");

    /** A broker that is not connected. */
    abstract Broker broker(DataSet data, RoboConfig config);

    /** The one that is called so on the command line. */
    static BrokerChoice named(String name) {
        return switch (name) {
            case "gateway" -> GATEWAY;
            case "paper" -> PAPER;
            default -> throw new BadInputException("--broker must be gateway or paper, but was " + name);
        };
    }
}
