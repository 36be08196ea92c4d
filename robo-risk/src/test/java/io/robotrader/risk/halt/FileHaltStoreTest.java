package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileHaltStoreTest {

    private static final Halt HALT = new Halt(
            HaltLevel.HALT, HaltTrigger.DAILY_LOSS, "lost 512.30", Instant.parse("2026-03-02T12:00:00.123Z"), true);

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("halt.properties");
    }

    private KillSwitch restart() {
        return KillSwitch.of(HaltPolicy.defaults(), HaltStores.inFile(file()), new HandClock());
    }

    @Test
    void ks_3_a_halt_survives_the_process_and_a_reset_does_too() {
        assertThat(restart().level()).isEqualTo(HaltLevel.NORMAL);
        restart().trip(HaltTrigger.DAILY_LOSS, "lost");

        KillSwitch second = restart();
        assertThat(second.level()).isEqualTo(HaltLevel.HALT);
        assertThat(second.halt().orElseThrow().reason()).isEqualTo("lost");
        second.reset("Ann", "checked");

        assertThat(restart().level()).isEqualTo(HaltLevel.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost 512.30",
                "C:\\data\\u12\nlevel=NORMAL\r\nflatten=false",
                "# ! = : \u0130stanbul \ud83d\uded1",
                "a\tb \\"
            })
    void what_was_written_is_read_whatever_it_is(String reason) throws IOException {
        Halt halt = new Halt(HALT.level(), HALT.trigger(), reason, HALT.at(), true);
        HaltStore store = HaltStores.inFile(file());

        store.save(halt);

        assertThat(store.load()).contains(halt);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_person_can_read_it() throws IOException {
        HaltStore store = HaltStores.inFile(file());

        store.save(HALT);
        assertThat(file()).hasContent("""
                # In force until somebody resets the kill switch and says why.
                trigger=DAILY_LOSS
                reason=lost 512.30
                at=2026-03-02T12:00:00.123Z
                flatten=true
                level=HALT
                """);

        store.clear(new HaltReset(HALT, "Ann", "checked", Instant.parse("2026-03-02T13:00:00Z")));
        assertThat(file()).hasContent("""
                # Lifted. What was in force comes first, HALT.
                trigger=DAILY_LOSS
                reason=lost 512.30
                at=2026-03-02T12:00:00.123Z
                flatten=true
                reset.who=Ann
                reset.why=checked
                reset.at=2026-03-02T13:00:00Z
                level=NORMAL
                """);
    }

    @Test
    void a_file_cut_short_anywhere_is_a_halt_or_the_same_halt() throws IOException {
        HaltStores.inFile(file()).clear(new HaltReset(HALT, "Ann", "checked", HALT.at()));
        byte[] whole = Files.readAllBytes(file());

        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));

            assertThat(restart().halt().orElseThrow().trigger())
                    .as("cut to %s bytes", length)
                    .isEqualTo(HaltTrigger.LOST_RECORD);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "level=normal",
                "level=WARN\ntrigger=HEAT\nreason=x\nat=2026-03-02T12:00:00Z\nflatten=false",
                "level=HALT\ntrigger=HUNGER\nreason=x\nat=2026-03-02T12:00:00Z\nflatten=false",
                "level=HALT\ntrigger=HEAT\nreason= \nat=2026-03-02T12:00:00Z\nflatten=false",
                "level=HALT\ntrigger=HEAT\nreason=x\nat=yesterday\nflatten=false",
                "level=HALT\ntrigger=HEAT\nreason=x\nat=2026-03-02T12:00:00Z\nflatten=maybe",
                "level=HALT\ntrigger=HEAT\nreason=x\nat=2026-03-02T12:00:00Z",
                "level=\\uZZZZ"
            })
    void a_file_that_makes_no_sense_is_a_halt_and_is_left_for_a_person_to_look_at(String text) throws IOException {
        Files.writeString(file(), text);

        Halt halt = restart().halt().orElseThrow();

        assertThat(halt.trigger()).isEqualTo(HaltTrigger.LOST_RECORD);
        assertThat(halt.reason()).contains("halt file " + file().toAbsolutePath() + " cannot be read: ");
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    @Test
    void a_file_that_is_no_text_or_no_file_is_a_halt() throws IOException {
        Files.write(file(), new byte[] {'l', (byte) 0xff, (byte) 0xfe});
        assertThat(restart().level()).isEqualTo(HaltLevel.HALT);

        Files.delete(file());
        Files.createDirectory(file());
        assertThat(restart().level()).isEqualTo(HaltLevel.HALT);
    }

    @Test
    void a_directory_that_is_not_there_is_no_clean_sheet() {
        HaltStore store = HaltStores.inFile(directory.resolve("not-mounted").resolve("halt.properties"));

        assertThatThrownBy(store::load)
                .isInstanceOf(IOException.class)
                .hasMessage(directory.resolve("not-mounted") + ": directory of the halt file must exist");
        assertThatThrownBy(() -> store.save(HALT)).isInstanceOf(IOException.class);
    }

    @Test
    void a_thread_that_is_being_stopped_can_still_save() throws IOException {
        Thread.currentThread().interrupt();
        try {
            KillSwitch killSwitch = restart();
            killSwitch.trip(HaltTrigger.UNHEALTHY, "shutting down");

            assertThat(killSwitch.isSaved()).isTrue();
            assertThat(Files.exists(file())).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8))
                .contains("trigger=UNHEALTHY");
    }
}
