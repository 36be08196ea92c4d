package io.robotrader.config;

import io.robotrader.config.section.Cap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for tests over all settings. */
final class Samples {
    private Samples() {}

    /** A valid text that is not the default; a setting of a new type needs a case here. */
    static String other(Setting setting) {
        Object standard = setting.defaultValue();
        Class<?> inner = setting.type().inner() instanceof Class<?> type ? type : Object.class;
        if (setting.type().isSecret()) {
            return setting.path().equals("ibkr.account") ? "DU1234567" : "U1234567";
        }
        if (setting.type().isList()) {
            return "TSLA";
        }
        if (inner == boolean.class) {
            return String.valueOf(!(boolean) standard);
        }
        if (inner == Duration.class) {
            return "17s";
        }
        if (inner.isEnum()) {
            return Expectation.words(inner).stream()
                    .filter(word -> !word.equals(setting.defaultText()))
                    .filter(word -> !word.equals("live"))
                    .findFirst()
                    .orElseThrow();
        }
        return switch (setting.path()) {
            case "ibkr.host" -> "gateway.example.org";
            case "ibkr.port" -> "4002";
            case "data.correlationMinObservations" -> "40";
            default -> between(Bounds.of(setting), standard).toPlainString();
        };
    }

    /** What else has to be given for {@link #other} to be valid. */
    static Map<String, String> company(Setting setting) {
        return setting.path().equals("environment") ? Map.of("execution.mode", "paper") : Map.of();
    }

    private static BigDecimal between(Bounds bounds, Object standard) {
        Object bare = standard instanceof Cap<?> cap ? cap.limit().orElse(null) : standard;
        BigDecimal middle = bounds.lowest()
                .add(bounds.highest())
                .divide(new BigDecimal(2))
                .setScale(bounds.isWhole() ? 0 : 6, RoundingMode.DOWN)
                .stripTrailingZeros();
        return bare != null && middle.compareTo(new BigDecimal(bare.toString())) == 0 ? bounds.highest() : middle;
    }

    /** Settings that trade real money, all that it takes. */
    static Map<String, String> live() {
        Map<String, String> live = new HashMap<>();
        live.put("execution.mode", "live");
        live.put("ibkr.readonly", "false");
        live.put("ibkr.port", "7496");
        live.put("ibkr.account", "U1234567");
        live.put("execution.liveConfirmation", "U1234567");
        return live;
    }

    static LoadedConfig load(Map<String, String> settings) {
        ConfigLoader loader = ConfigLoader.create();
        settings.forEach(loader::set);
        return loader.load();
    }

    static List<String> problems(Map<String, String> settings) {
        try {
            load(settings);
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(ConfigProblem::toString).toList();
        }
    }

    static Optional<Setting> setting(String path) {
        return Optional.ofNullable(Schema.ROBO.byPath(path));
    }
}
