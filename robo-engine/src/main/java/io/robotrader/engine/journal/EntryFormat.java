package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an event into its entry, and an entry back into its event. */
final class EntryFormat {
    private static final List<EventKind<?>> ALL = Stream.of(RunKinds.ALL, OrderKinds.ALL, AccountKinds.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Map<Class<?>, EventKind<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventKind::type, Function.identity()));
    private static final Map<String, EventKind<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventKind::name, Function.identity()));

    private EntryFormat() {}

    static JournalEntry entry(long sequence, EngineEvent event) {
        return kind(event.getClass()).entry(sequence, event);
    }

    static EngineEvent event(JournalEntry entry) {
        EventKind<?> kind = BY_NAME.get(entry.kind());
        if (kind == null) {
            throw new JournalException("entry " + entry.sequence() + " of the journal is of kind " + entry.kind()
                    + ", which this program does not know: a newer one may have written it");
        }
        try {
            return kind.event(entry);
        } catch (RuntimeException e) {
            // Whatever a damaged text leads to: a part that is missing, or a record that refuses its value.
            throw new JournalException(
                    "entry " + entry.sequence() + " of the journal, " + entry.kind()
                            + ", cannot be read: its payload is damaged, or of another version",
                    e);
        }
    }

    /** The names of types of events, in alphabetical order. */
    static List<String> names(Collection<? extends Class<? extends EngineEvent>> types) {
        return types.stream().map(type -> kind(type).name()).sorted().toList();
    }

    private static EventKind<?> kind(Class<?> type) {
        EventKind<?> kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalStateException("no format for " + type);
        }
        return kind;
    }
}
