package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.section.Cap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigPropertyTest {
    @Property(tries = 200)
    void a_valid_configuration_written_as_yaml_is_read_back_equal(@ForAll("configs") RoboConfig config) {
        assertThat(config.validated()).isSameAs(config);

        RoboConfig back = Yaml.load(yaml(config)).config();

        assertThat(back).isEqualTo(config).hasSameHashCodeAs(config);
    }

    @Property(tries = 200)
    void a_valid_configuration_written_as_variables_is_read_back_equal(@ForAll("configs") RoboConfig config) {
        Map<String, String> environment = new HashMap<>();
        for (Setting setting : Schema.ROBO.settings()) {
            environment.put(setting.variable(), text(setting.valueIn(config)).replaceAll("[\\[\\]]", ""));
        }

        assertThat(ConfigLoader.create().environment(environment).load().config())
                .isEqualTo(config);
    }

    @Property(tries = 500)
    void no_text_makes_the_loader_fail_in_another_way(@ForAll String text) {
        try {
            Yaml.load(text.replaceAll("\\p{Cs}", "?")).config().validated();
        } catch (ConfigException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.getMessage().lines().count()).isEqualTo(e.problems().size() + 1L);
        }
    }

    @Provide
    Arbitrary<RoboConfig> configs() {
        List<Setting> settings = List.copyOf(Schema.ROBO.settings());
        List<Arbitrary<Object>> values =
                settings.stream().map(ConfigPropertyTest::value).toList();
        return Combinators.combine(values)
                .as(list -> Schema.ROBO.bind(RoboConfig.class, setting -> list.get(settings.indexOf(setting))))
                .filter(config -> config.data().correlationMinObservations()
                        <= config.data().correlationLookback());
    }

    private static Arbitrary<Object> value(Setting setting) {
        Class<?> type = setting.component().getType();
        if (type == List.class) {
            return Arbitraries.strings()
                    .withChars("ABCXYZ019")
                    .ofMinLength(1)
                    .ofMaxLength(15)
                    .list()
                    .uniqueElements()
                    .ofMinSize(1)
                    .ofMaxSize(20)
                    .map(list -> list);
        }
        if (type.isEnum() || type == boolean.class) {
            return type.isEnum()
                    ? Arbitraries.of(type.getEnumConstants()).map(constant -> constant)
                    : Arbitraries.of(true, false).map(flag -> flag);
        }
        Bounds bounds = Bounds.of(setting);
        Arbitrary<Number> number = Arbitraries.bigDecimals()
                .between(bounds.lowest(), bounds.highest())
                .ofScale(6)
                .map(value -> number(bounds, value));
        return bounds.cap()
                ? number.<Object>map(Cap::of).injectNull(0.2).map(cap -> cap == null ? Cap.off() : cap)
                : number.map(value -> value);
    }

    private static Number number(Bounds bounds, BigDecimal value) {
        if (bounds.isWhole()) {
            return value.setScale(0, RoundingMode.DOWN).intValueExact();
        }
        // A setting's money has no trailing zeros.
        BigDecimal bare = value.stripTrailingZeros();
        return bounds.number() == BigDecimal.class ? (bare.scale() < 0 ? bare.setScale(0) : bare) : value.doubleValue();
    }

    private static String yaml(RoboConfig config) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Setting setting : Schema.ROBO.settings()) {
            int dot = setting.path().indexOf('.');
            if (dot > 0 && !setting.path().substring(0, dot).equals(section)) {
                section = setting.path().substring(0, dot);
                text.append(section).append(":\n");
            }
            text.append(dot > 0 ? "  " : "")
                    .append(setting.path().substring(dot + 1))
                    .append(": ")
                    .append(text(setting.valueIn(config)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String text(Object value) {
        if (value instanceof Cap<?> cap) {
            return cap.limit().map(limit -> text(limit)).orElse("off");
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Collection<?>
                ? value.toString()
                : value.toString().toLowerCase(Locale.ROOT);
    }
}
