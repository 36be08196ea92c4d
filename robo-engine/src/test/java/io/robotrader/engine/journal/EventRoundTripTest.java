package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventRoundTripTest {

    @Property(tries = 300)
    void what_is_written_is_read_back_equal_in_every_part(@ForAll long seed) {
        for (EngineEvent event : new ArbitraryEvents(seed).oneOfEach()) {
            JournalEntry entry = EntryFormat.entry(1, event);

            assertThat(entry.event()).isEqualTo(event).hasToString(event.toString());
        }
    }
}
