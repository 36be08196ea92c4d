package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.robotrader.config.section.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String ACCOUNT = "DU7777777";

    @TempDir
    Path folder;

    @Test
    void cf_18_a_secret_is_seen_nowhere() {
        LoadedConfig loaded = Samples.load(Map.of("ibkr.account", ACCOUNT));
        RoboConfig config = loaded.config();
        ConfigDiff diff = ConfigDiff.between(RoboConfig.defaults(), config);

        assertThat(config.ibkr().account().map(Secret::reveal)).hasValue(ACCOUNT);
        assertThat(List.of(
                        config.toString(),
                        loaded.toString(),
                        config.text("ibkr.account"),
                        diff.toString(),
                        ConfigFormat.YAML.write(config),
                        ConfigFormat.JSON.write(config),
                        ConfigFormat.ENV.write(config),
                        ConfigFormat.PROPERTIES.write(config)))
                .noneMatch(text -> text.contains(ACCOUNT));
        assertThat(diff.changes()).singleElement().hasToString("ibkr.account: none -> ***");
        assertThat(loaded.toString()).contains("ibkr.account = *** (code)");
        assertThat(ConfigFormat.YAML.writeWithSecrets(config)).contains("account: '" + ACCOUNT + "'");
    }

    @Test
    void cf_18_no_error_repeats_a_secret() {
        List<Throwable> errors = List.of(
                catchThrowable(() -> Samples.load(Map.of("ibkr.account", "topsecret"))),
                catchThrowable(() -> Samples.load(Map.of("ibkr.account", "top secret"))),
                catchThrowable(() -> Samples.load(Map.of("ibkr.account", "TOPSECRET"))),
                catchThrowable(() -> Yaml.load("ibkr:\n  account: [topsecret]\n")),
                catchThrowable(() -> Yaml.load("ibkr:\n  account: {topsecret: 1, b: TOPSECRET}\n")),
                catchThrowable(() -> Yaml.load("ibkr: TOPSECRET\n")),
                catchThrowable(() -> Yaml.load("TOPSECRET\n")),
                catchThrowable(() -> Yaml.load("ibkr:\n  acount: TOPSECRET\n")),
                catchThrowable(() -> Yaml.load("", Map.of("ROBO_IBKR_ACOUNT", "TOPSECRET"))),
                catchThrowable(() -> ConfigLoader.create()
                        .text("a.json", "{\"ibkr\": {\"account\": TOPSECRET}}")
                        .load()),
                catchThrowable(() -> ConfigLoader.create()
                        .text("a.properties", "ibkr.account TOPSECRET")
                        .load()));

        assertThat(errors)
                .allSatisfy(error -> assertThat(error).isInstanceOf(ConfigException.class))
                .noneMatch(error -> error.getMessage().contains("TOPSECRET")
                        || error.getMessage().contains("top secret")
                        || error.getMessage().contains("but was topsecret"));
    }

    @Test
    void a_secret_can_come_from_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("account"), ACCOUNT + "\n");

        LoadedConfig loaded = Yaml.load("", Map.of("ROBO_IBKR_ACCOUNT_FILE", file.toString()));

        assertThat(loaded.config().ibkr().account()).hasValue(Secret.of(ACCOUNT));
        assertThat(loaded.origin("ibkr.account")).hasToString("environment variable ROBO_IBKR_ACCOUNT_FILE");
    }

    @Test
    void cf_18_what_is_wrong_with_the_file_of_a_secret_is_told_and_not_its_name() throws Exception {
        Path large = Files.writeString(folder.resolve("large"), "x".repeat((1 << 20) + 1));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        Map<String, String> whys = Map.of(
                folder.toString(),
                "a directory",
                ACCOUNT,
                "missing",
                "  ",
                "empty",
                ACCOUNT + "\0",
                "no name of a file",
                large.toString(),
                "larger than 1 MiB",
                binary.toString(),
                "not in UTF-8");

        whys.forEach((name, why) -> assertThat(Yaml.problems(Map.of("ROBO_IBKR_ACCOUNT_FILE", name)))
                .singleElement()
                .hasToString("ROBO_IBKR_ACCOUNT_FILE must be the name of a file that can be read, but was " + why
                        + " (environment variable ROBO_IBKR_ACCOUNT_FILE)"));
        assertThat(Yaml.problems(Map.of("ROBO_SYMBOLS_FILE", "x"))).hasSize(1);
    }

    @Test
    void the_file_of_a_secret_has_one_line() throws Exception {
        Path marked = Files.writeString(folder.resolve("marked"), "\ufeff" + ACCOUNT + "\r\n");
        Path two = Files.writeString(folder.resolve("two"), "DU777\n7777\n");
        Path none = Files.writeString(folder.resolve("none"), "\n");

        assertThat(Yaml.load("", Map.of("ROBO_IBKR_ACCOUNT_FILE", marked.toString()))
                        .config()
                        .ibkr()
                        .account())
                .hasValue(Secret.of(ACCOUNT));
        assertThat(Yaml.problems(Map.of("ROBO_IBKR_ACCOUNT_FILE", two.toString())))
                .singleElement()
                .asString()
                .startsWith("ibkr.account must be a secret text, or the word none, but was ***");
        assertThat(Yaml.problems(Map.of("ROBO_IBKR_ACCOUNT_FILE", none.toString())))
                .singleElement()
                .asString()
                .contains("but was empty");
    }

    @Test
    void a_secret_is_given_one_way() throws Exception {
        Path file = Files.writeString(folder.resolve("account"), ACCOUNT);

        assertThat(Yaml.problems(Map.of("ROBO_IBKR_ACCOUNT", ACCOUNT, "ROBO_IBKR_ACCOUNT_FILE", file.toString())))
                .singleElement()
                .asString()
                .startsWith("ROBO_IBKR_ACCOUNT_FILE must be given once; ROBO_IBKR_ACCOUNT has it too");
    }

    @Test
    void a_secret_is_equal_to_its_like() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo("a")
                .hasToString("***");
    }
}
