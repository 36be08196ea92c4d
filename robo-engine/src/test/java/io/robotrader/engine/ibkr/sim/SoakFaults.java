package io.robotrader.engine.ibkr.sim;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What goes wrong at the gateway, at random times: everything of the catalogue, and outages that last for several bars. */
final class SoakFaults {

    private final GatewaySimulator gateway;
    private final Duration longestOutage;
    private final Random random;
    private final Map<Scenario, Integer> begun = new EnumMap<>(Scenario.class);
    private boolean wrong;
    private String halted = "";
    private int restarts;

    SoakFaults(GatewaySimulator gateway, Duration longestOutage, Random random) {
        this.gateway = gateway;
        this.longestOutage = longestOutage;
        this.random = random;
    }

    /** Between two bars. */
    void step() {
        int dice = random.nextInt(1000);
        if (wrong && dice < 100) {
            inject(Scenario.NORMAL);
        } else if (dice >= 100 && dice < 120) {
            Scenario[] all = Scenario.values();
            inject(all[random.nextInt(all.length)]);
        } else if (dice >= 120 && dice < 124) {
            restarts++;
            gateway.restart(longestOutage.multipliedBy(1 + random.nextInt(30)).dividedBy(30));
        } else if (dice >= 130 && dice < 134 && halted.isEmpty()) {
            halted = SoakMarket.SYMBOLS.get(random.nextInt(SoakMarket.SYMBOLS.size()));
            gateway.halt(halted, true);
        } else if (dice >= 140 && dice < 200 && !halted.isEmpty()) {
            endHalt();
        }
    }

    private void inject(Scenario scenario) {
        wrong = scenario != Scenario.NORMAL;
        begun.merge(scenario, 1, Integer::sum);
        gateway.inject(scenario, random.nextLong());
    }

    private void endHalt() {
        gateway.halt(halted, false);
        halted = "";
    }

    /** Nothing goes wrong any more. */
    void end() {
        gateway.inject(Scenario.NORMAL, 0);
        if (!halted.isEmpty()) {
            endHalt();
        }
        // What has begun ends.
        gateway.advance(Duration.ofMinutes(20));
        List.copyOf(SoakMarket.SYMBOLS).forEach(symbol -> gateway.halt(symbol, false));
    }

    Map<String, Integer> tally() {
        Map<String, Integer> all = new TreeMap<>();
        begun.forEach((scenario, times) -> all.put(scenario.id(), times));
        all.remove(Scenario.NORMAL.id());
        all.put("outages", restarts);
        return all;
    }
}
