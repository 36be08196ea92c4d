package io.robotrader.config;

import java.math.BigDecimal;

/** Values for tests over all settings. */
final class Samples {
    private Samples() {}

    /** A valid text that is not the default; a setting of a new type needs a case here. */
    static String other(Setting setting) {
        return switch (setting.path()) {
            case "symbols" -> "TSLA";
            case "execution.mode" -> "live";
            case "execution.enableShortSelling" -> "true";
            case "risk.positionSizingMethod" -> "atr";
            case "data.correlationMinObservations" -> "40";
            default -> {
                BigDecimal highest = Bounds.of(setting).highest();
                yield highest.toPlainString();
            }
        };
    }
}
