package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.health.HeartbeatFile.Beat;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of an engine that lives. */
class HeartbeatFileTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("beat");
    }

    @Test
    void a_beat_takes_the_place_of_the_last_and_leaves_nothing_beside_it() {
        HeartbeatFile heart = new HeartbeatFile(file());

        heart.beat(new WatchedEngine().view());
        heart.beat(new WatchedEngine().view());

        assertThat(new HeartbeatFile(file()).read()).contains(new Beat(WatchedEngine.NOW, EngineState.RUNNING, 2));
        assertThat(directory.toFile().list()).containsExactly("beat");
    }

    @Test
    void what_is_not_there_or_is_no_beat_is_none() throws Exception {
        HeartbeatFile heart = new HeartbeatFile(file());
        assertThat(heart.read()).isEmpty();

        for (String text : new String[] {
            "", "half", "yesterday RUNNING 1", "2026-03-02T17:00:00Z JOGGING 1", "2026-03-02T17:00:00Z RUNNING x"
        }) {
            Files.writeString(file(), text);
            assertThat(heart.read()).as(text).isEmpty();
        }
    }

    @Test
    void what_was_acted_on_is_noted_beside_it() {
        HeartbeatFile heart = new HeartbeatFile(file());
        Beat last = new Beat(WatchedEngine.NOW, EngineState.ERROR, 7);

        heart.handled(last);

        assertThat(new HeartbeatFile(file()).handled()).contains(last);
        assertThat(heart.read()).isEmpty();
    }

    @Test
    void a_beat_that_cannot_be_written_is_told() {
        HeartbeatFile nowhere = new HeartbeatFile(directory.resolve("missing").resolve("beat"));

        assertThatThrownBy(() -> nowhere.beat(new WatchedEngine().view())).isInstanceOf(UncheckedIOException.class);
    }
}
