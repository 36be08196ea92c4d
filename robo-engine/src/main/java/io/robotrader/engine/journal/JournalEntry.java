package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event as the journal keeps it. Immutable and thread-safe.
 *
 * <p>The payload is a JSON object with the parts of the event's record, save {@code at}, under their own names: for a
 * {@link io.robotrader.engine.event.EngineEvent.StateChanged} it is <code>{"from":"READY","to":"RUNNING"}</code>.
 *
 * <ul>
 *   <li>Amounts of the books (prices and commissions of fills, profit and loss) are numbers with every digit and the
 *       scale that they had; a reader that is to keep them must not read them as floating point.
 *   <li>Other figures are the shortest numbers that give the same {@code double} back. One that is not known is null; an
 *       infinite one is the text {@code "Infinity"} or {@code "-Infinity"}.
 *   <li>The settings of a {@link io.robotrader.engine.event.EngineEvent.RunBegan} are a text that holds JSON, letter by
 *       letter as it was handed in.
 *   <li>Instants and dates are ISO 8601 texts, instants in UTC. What is optional and not there is null.
 *   <li>A decision is <code>{"approved":false,"violations":[...]}</code>; each violation tells {@code kind}, {@code
 *       limitKind}, {@code limitName}, {@code observed}, {@code limit}, {@code unit}, {@code sense}, {@code detail} and
 *       {@code message}.
 * </ul>
 *
 * @param sequence the place in the journal: 1 for the first entry, and one more for each, without a gap
 * @param at when it happened, on the engine's clock, to the nanosecond
 * @param kind the simple name of the event's type, for example {@code OrderFilled}
 * @param symbol the ticker that it is about, if it is about one
 * @param orderId the order that it is about, if it is about one
 * @param payload everything else, as JSON
 */
public record JournalEntry(
        long sequence, Instant at, String kind, Optional<String> symbol, Optional<String> orderId, String payload) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the sequence is below one
     */
    public JournalEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, but was " + sequence);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(payload, "payload");
    }

    /**
     * {@return the event that was written, equal to it in every part}
     *
     * @throws JournalException if this version does not know the kind, or the payload is damaged; the message names the
     *     sequence and the kind
     */
    public EngineEvent event() {
        return EntryFormat.event(this);
    }
}
