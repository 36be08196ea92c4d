package io.robotrader.examples.trade;

import io.robotrader.config.LiveInterlock;
import io.robotrader.engine.ibkr.IbkrSetup;
import io.robotrader.examples.console.BadInputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which settings, which gateway and which folder: what every program on a gateway is asked; picocli sets the fields. */
class GatewayOptions {

    private static final int LARGEST_PORT = 65_535;

    /** Where a gateway listens. */
    record Address(String host, int port) {}

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in place of the example's own; ROBO_... environment variables override both.")
    @Nullable
    Path config;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "One setting, such as ibkr.clientId=7; overrides all others. May be given several times.")
    Map<String, String> set = Map.of();

    @Option(
            names = "--gateway",
            paramLabel = "HOST:PORT",
            description = "A gateway on this machine, such as 'gateway' plays it, in place of the one in the settings.")
    @Nullable
    String gateway;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "robo-trader-paper",
            description = "Where journal, used order ids, heartbeat and trip file are; a later run goes on from there."
                    + " Default: ${DEFAULT-VALUE}")
    Path dir = Path.of("robo-trader-paper");

    /** The same at the simulated gateway, if one was given. */
    IbkrSetup at(IbkrSetup setup) {
        if (gateway == null) {
            return setup;
        }
        Address address = addressOr(new Address("", 0));
        return setup.at(address.host(), address.port());
    }

    /** Another machine's gateway is for the settings, which tell paper from live by its port. */
    Address addressOr(Address settings) {
        String given = gateway;
        if (given == null) {
            return settings;
        }
        int colon = given.lastIndexOf(':');
        String host = colon < 0 ? "" : given.substring(0, colon);
        String port = given.substring(colon + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            throw new BadInputException("--gateway must be like 127.0.0.1:4002, but was " + given);
        }
        if (LiveInterlock.isLivePort(Integer.parseInt(port))) {
            throw new BadInputException(
                    "--gateway must not be at a port on which real money is traded, but was " + given);
        }
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new BadInputException("--gateway must be on this machine, but was " + given
                        + "; one elsewhere is given by ibkr.host and ibkr.port");
            }
        } catch (UnknownHostException e) {
            throw new BadInputException("--gateway must be on this machine, but " + host + " is not known");
        }
        return new Address(host, Integer.parseInt(port));
    }
}
