package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one type of event is kept: both ways side by side, so that what one writes the other reads.
 *
 * @param name what the kind is called in a journal, spelt out: it must not change when a class is renamed
 * @param type the event
 * @param symbol the ticker that an event is about; null if it is about none
 * @param orderId the order that an event is about; null if it is about none
 * @param writer writes the payload
 * @param reader makes the event of its entry
 */
record EventKind<E extends EngineEvent>(
        String name,
        Class<E> type,
        Function<E, @Nullable String> symbol,
        Function<E, @Nullable String> orderId,
        BiConsumer<PayloadWriter, E> writer,
        Reader<E> reader) {

    /** Makes the event of its entry. */
    @FunctionalInterface
    interface Reader<E> {
        E read(JournalEntry entry, PayloadReader payload);
    }

    static <E extends EngineEvent> EventKind<E> of(
            String name, Class<E> type, BiConsumer<PayloadWriter, E> writer, Reader<E> reader) {
        return new EventKind<>(name, type, event -> null, event -> null, writer, reader);
    }

    EventKind<E> aboutSymbol(Function<E, @Nullable String> newSymbol) {
        return new EventKind<>(name, type, newSymbol, orderId, writer, reader);
    }

    EventKind<E> aboutOrder(Function<E, @Nullable String> newOrderId) {
        return new EventKind<>(name, type, symbol, newOrderId, writer, reader);
    }

    JournalEntry entry(long sequence, EngineEvent event) {
        E it = type.cast(event);
        return new JournalEntry(
                sequence,
                event.at(),
                name,
                Optional.ofNullable(symbol.apply(it)),
                Optional.ofNullable(orderId.apply(it)),
                PayloadWriter.write(json -> writer.accept(json, it)));
    }

    E event(JournalEntry entry) {
        return reader.read(entry, PayloadReader.of(entry.payload()));
    }
}
