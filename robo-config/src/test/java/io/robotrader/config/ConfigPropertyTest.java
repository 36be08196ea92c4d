package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.robotrader.config.wiring.Wiring;
import io.robotrader.risk.account.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigPropertyTest {
    @Property(tries = 100)
    void a_valid_configuration_written_in_any_format_is_read_back_equal(
            @ForAll("configs") RoboConfig config, @ForAll ConfigFormat format) throws Exception {
        assertThat(config.validated()).isSameAs(config);
        String text = format.writeWithSecrets(config);

        RoboConfig back = format == ConfigFormat.ENV
                ? dotEnv(text)
                : ConfigLoader.create()
                        .text("robo." + format.name().toLowerCase(Locale.ROOT), text)
                        .load()
                        .config();

        assertThat(back).isEqualTo(config).hasSameHashCodeAs(config);
    }

    @Property(tries = 100)
    void a_valid_configuration_given_as_variables_properties_or_code_is_read_back_equal(
            @ForAll("configs") RoboConfig config) {
        Map<String, String> environment = new HashMap<>();
        Properties properties = new Properties();
        ConfigLoader code = ConfigLoader.create();
        for (Setting setting : Schema.ROBO.settings()) {
            String text = Written.text(setting.valueIn(config), true);
            environment.put(setting.variable(), text);
            properties.setProperty(setting.property(), text);
            code.set(setting.path(), text);
        }

        assertThat(ConfigLoader.create().environment(environment).load().config())
                .isEqualTo(config);
        assertThat(ConfigLoader.create().systemProperties(properties).load().config())
                .isEqualTo(config);
        assertThat(code.load().config()).isEqualTo(config);
    }

    @Property(tries = 100)
    void everything_can_be_made_of_a_valid_configuration(@ForAll("configs") RoboConfig config) {
        assertThatCode(() -> {
                    Wiring.limits(config);
                    Wiring.sizer(config.risk());
                    Wiring.stop(config.risk(), Side.BUY, 100).onPrice(110);
                    Wiring.stop(config.risk(), Side.SELL, 100).onPrice(90);
                    Wiring.haltPolicy(config.risk());
                    Wiring.correlation(config.data());
                    LegacyConfig.of(config);
                })
                .doesNotThrowAnyException();
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
        return Configs.valid();
    }

    private static RoboConfig dotEnv(String text) throws IOException {
        Path file = Files.createTempFile("robo", ".env");
        try {
            Files.writeString(file, text);
            return ConfigLoader.create().dotEnv(file).load().config();
        } finally {
            Files.delete(file);
        }
    }
}
