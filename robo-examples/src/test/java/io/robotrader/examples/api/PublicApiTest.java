package io.robotrader.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each published module has its public API on record, in {@code src/api/signatures.txt}. Nothing that stands there goes or
 * changes unnoticed; {@code -Drobo.write.api=true} writes the file anew, which accepts a change.
 */
class PublicApiTest {
    private static final String HOW = "If it is wanted: tell it in CHANGELOG.md, and write the file anew with"
            + " mvn -pl robo-examples -am test -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Drobo.write.api=true";

    @ParameterizedTest
    @ValueSource(strings = {"robo-risk", "robo-correlation", "robo-config", "robo-engine"})
    void nothing_public_goes_or_changes_unnoticed(String module) throws Exception {
        Path recorded = Path.of("..", module, "src", "api", "signatures.txt");
        NavigableSet<String> now = PublicApi.of(Path.of("..", module));
        if (Boolean.getBoolean("robo.write.api")) {
            Files.createDirectories(recorded.getParent());
            Files.writeString(recorded, String.join("\n", now) + "\n");
        }

        List<String> before = PublicApi.read(recorded);

        assertThat(before).as("what is on record of " + module).isNotEmpty();
        assertThat(without(before, now))
                .as("gone or changed in the public API of " + module + ". " + HOW)
                .isEmpty();
        if (Boolean.getBoolean("robo.release")) {
            assertThat(without(now, before))
                    .as("new in the public API of " + module + " and not on record. " + HOW)
                    .isEmpty();
        }
    }

    private static NavigableSet<String> without(Iterable<String> all, Iterable<String> others) {
        NavigableSet<String> left = new TreeSet<>();
        all.forEach(left::add);
        others.forEach(left::remove);
        return left;
    }
}
