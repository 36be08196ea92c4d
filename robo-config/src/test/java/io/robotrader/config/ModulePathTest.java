package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other tests run on the class path; here the same classes are modules, where reflection meets walls. */
class ModulePathTest {
    private static final List<String> OURS = List.of(
            "robo-config",
            "robo-risk",
            "robo-correlation",
            "slf4j-api",
            "commons-math3",
            "jakarta.validation",
            "hibernate-validator",
            "jboss-logging",
            "classmate",
            "jackson",
            "snakeyaml");

    @TempDir
    Path folder;

    private ClassLoader loader;

    @BeforeEach
    void resolve_the_module() {
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.contains("test-classes") && OURS.stream().anyMatch(entry::contains))
                .map(Path::of)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("io.robotrader.config"));
        loader = boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
                .findLoader("io.robotrader.config");
    }

    @Test
    void a_good_file_loads() throws Exception {
        Object loaded = load("risk:\n  maxOrderNotional: off\n");

        assertThat(loaded.getClass().getModule().isNamed()).isTrue();
        Object config = loaded.getClass().getMethod("config").invoke(loaded);
        assertThat(config.toString()).contains("maxOrderNotional=off");
    }

    @Test
    void every_kind_of_constraint_is_checked() {
        String bad =
                "symbols: [A, A]\nrisk:\n  stopLossPct: 9\n  maxOpenPositions: 999\ndata:\n  correlationLookback: 20\n";

        assertThat(catchThrowableOfType(InvocationTargetException.class, () -> load(bad))
                        .getCause())
                .hasMessageStartingWith("4 problems");
    }

    private Object load(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("robo.yaml"), text);
        Class<?> type = loader.loadClass(ConfigLoader.class.getName());
        Object created = type.getMethod("create").invoke(null);
        type.getMethod("file", Path.class).invoke(created, file);
        return type.getMethod("load").invoke(created);
    }
}
