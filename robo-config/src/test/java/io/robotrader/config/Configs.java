package io.robotrader.config;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.Environment;
import io.robotrader.config.section.LogLevel;
import io.robotrader.config.section.Secret;
import io.robotrader.config.section.TradingMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random configurations. */
final class Configs {
    private Configs() {}

    /** Valid ones, of which a third trades live. */
    static Arbitrary<RoboConfig> valid() {
        return values(0).map(values -> bind(reconciled(values)));
    }

    /** Ones in which numbers may be a little beyond their bounds, and nothing need fit together. */
    static Arbitrary<RoboConfig> any() {
        return values(1).map(Configs::bind);
    }

    private static Arbitrary<Map<String, Object>> values(int beyond) {
        List<Setting> settings = List.copyOf(Schema.ROBO.settings());
        List<Arbitrary<Object>> values =
                settings.stream().map(setting -> value(setting, beyond)).toList();
        return Combinators.combine(values).as(list -> {
            Map<String, Object> byPath = new HashMap<>();
            for (int i = 0; i < list.size(); i++) {
                byPath.put(settings.get(i).path(), list.get(i));
            }
            return byPath;
        });
    }

    private static RoboConfig bind(Map<String, Object> values) {
        return Schema.ROBO.bind(RoboConfig.class, setting -> Objects.requireNonNull(values.get(setting.path())));
    }

    private static Map<String, Object> reconciled(Map<String, Object> random) {
        Map<String, Object> values = new HashMap<>(random);
        boolean live = values.get("execution.mode") == TradingMode.LIVE;
        Optional<Secret> account = Optional.of(Secret.of(live ? "U7654321" : "DU7654321"));
        values.put("ibkr.account", account);
        if (live) {
            values.put("execution.liveConfirmation", account);
            values.put("ibkr.readonly", false);
        }
        values.put("ibkr.port", live ? 4001 : 4002);
        if (values.get("environment") == Environment.PRODUCTION) {
            values.put("monitoring.enableAlerts", true);
            values.put("monitoring.logLevel", LogLevel.WARNING);
        }
        values.merge(
                "data.correlationMinObservations",
                values.get("data.correlationLookback"),
                (one, other) -> Math.min((int) one, (int) other));
        return values;
    }

    private static Arbitrary<Object> value(Setting setting, int beyond) {
        Class<?> type = setting.type().inner() instanceof Class<?> inner ? inner : Object.class;
        if (setting.type().isList()) {
            return symbols(setting, beyond);
        }
        if (type.isEnum() || type == boolean.class) {
            return type.isEnum()
                    ? Arbitraries.of(type.getEnumConstants()).map(constant -> constant)
                    : Arbitraries.of(true, false).map(flag -> flag);
        }
        if (type == Secret.class) {
            return Arbitraries.of("none", "DU1234567", "U1234567")
                    .map(text -> text.equals("none") ? Optional.empty() : Optional.of(Secret.of(text)));
        }
        if (type == String.class) {
            return Arbitraries.of(List.of("127.0.0.1", "gateway.example.org", "[::1]", beyond == 0 ? "a" : "a b"))
                    .map(host -> host);
        }
        Arbitrary<?> inner = type == Duration.class ? durations(setting, beyond) : numbers(setting, beyond);
        return setting.type().isCap()
                ? inner.<Object>map(Cap::of).injectNull(0.2).map(cap -> cap == null ? Cap.off() : cap)
                : inner.map(value -> value);
    }

    private static Arbitrary<Object> symbols(Setting setting, int beyond) {
        return Arbitraries.strings()
                .withChars(beyond == 0 ? "ABCXYZ019" : "AB.")
                .ofMinLength(1)
                .ofMaxLength(15 + beyond)
                .list()
                .uniqueElements()
                .ofMinSize(Math.max(0, setting.bound().symbols().min() - beyond))
                .ofMaxSize(20)
                .map(list -> list);
    }

    private static Arbitrary<Duration> durations(Setting setting, int beyond) {
        var bounds = setting.bound().lasting();
        return Arbitraries.longs()
                .between(bounds.minMillis() - beyond, bounds.maxMillis() + beyond)
                .map(Duration::ofMillis);
    }

    private static Arbitrary<Number> numbers(Setting setting, int beyond) {
        Bounds bounds = Bounds.of(setting);
        BigDecimal margin = bounds.step().multiply(new BigDecimal(beyond));
        return Arbitraries.bigDecimals()
                .between(bounds.lowest().subtract(margin), bounds.highest().add(margin))
                .ofScale(6)
                .map(value -> number(bounds, value))
                .edgeCases(edges -> edges.none())
                .flatMap(value -> unusual(bounds, value));
    }

    /** Now and then a number that is hard to write: as small as can be, or with zeros at its end. */
    private static Arbitrary<Number> unusual(Bounds bounds, Number usual) {
        if (usual instanceof BigDecimal money) {
            return Arbitraries.frequency(
                    Tuple.of(3, usual), Tuple.of(1, money.setScale(Math.max(money.scale(), 0) + 9)));
        }
        boolean mayBeTiny =
                usual instanceof Double && new BigDecimal(bounds.min().value()).signum() == 0;
        return mayBeTiny
                ? Arbitraries.frequency(
                        Tuple.of(6, usual),
                        Tuple.of(1, (Number) Double.MIN_VALUE),
                        Tuple.of(1, (Number) Math.nextUp(Double.MIN_NORMAL)),
                        Tuple.of(1, (Number) 1.2345678901234566e-31))
                : Arbitraries.just(usual);
    }

    private static Number number(Bounds bounds, BigDecimal value) {
        if (bounds.isWhole()) {
            BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
            return bounds.number() == Long.class ? (Number) whole.longValueExact() : (Number) whole.intValueExact();
        }
        return bounds.number() == BigDecimal.class ? (Number) value : (Number) value.doubleValue();
    }
}
