package io.robotrader.examples.trade;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.LoadedConfig;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.TradingMode;
import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Reads the settings of an engine on a gateway. */
final class Settings {

    private static final String MODE = "execution.mode";
    /** As which a value's origin is told: there is no such file to look for. */
    private static final String OWN = "the built-in paper.yaml";

    private Settings() {}

    static RoboConfig paper(GatewayOptions options, Map<String, String> environment) throws IOException {
        LoadedConfig loaded = loader(options, environment).load();
        if (loaded.config().execution().mode() == TradingMode.LIVE) {
            throw new BadInputException("execution.mode must be paper, but was live (" + loaded.origin(MODE)
                    + "): real money is traded by 'live'.");
        }
        if (loaded.config().execution().mode() == TradingMode.BACKTEST) {
            throw new BadInputException("execution.mode must be paper, but was backtest (" + loaded.origin(MODE)
                    + "): recorded prices are traded by 'session'.");
        }
        return loaded.config();
    }

    /** All four keys, or every one that is missing. */
    static RoboConfig live(GatewayOptions options, Map<String, String> environment) throws IOException {
        if (options.gateway != null) {
            throw new BadInputException(
                    "--gateway is for a simulated one; live trading goes by ibkr.host and ibkr.port");
        }
        LoadedConfig given = loader(options, environment).load();
        if (given.config().execution().mode() == TradingMode.LIVE) {
            return given.config();
        }
        String first = "execution.mode must be live, but was paper (" + given.origin(MODE) + ")";
        try {
            loader(options, environment).set(MODE, "live").load();
        } catch (ConfigException more) {
            throw new BadInputException(first + System.lineSeparator() + more.getMessage());
        }
        throw new BadInputException(first);
    }

    private static ConfigLoader loader(GatewayOptions options, Map<String, String> environment) throws IOException {
        ConfigLoader loader = ConfigLoader.create().environment(environment);
        loader = options.config == null ? loader.text(OWN, ownSettings()) : loader.file(options.config);
        for (Map.Entry<String, String> one : options.set.entrySet()) {
            loader = loader.set(one.getKey(), one.getValue());
        }
        return loader;
    }

    private static String ownSettings() throws IOException {
        try (InputStream in = Settings.class.getResourceAsStream("paper.yaml")) {
            return new String(Objects.requireNonNull(in, "paper.yaml").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
