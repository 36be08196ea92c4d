package io.robotrader.correlation.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names and their places. Immutable and thread-safe, so that one serves every matrix over the same symbols.
 *
 * <p>An open table of its own, as a look-up is half of what asking a matrix about two names costs.
 */
public final class SymbolIndex {
    private final List<String> symbols;
    private final @Nullable String[] keys;
    private final int[] places;
    private final int mask;

    /**
     * The names in their order.
     *
     * @param symbols each once
     */
    public SymbolIndex(List<String> symbols) {
        this.symbols = List.copyOf(symbols);
        int capacity = Integer.highestOneBit(Math.max(4, 4 * symbols.size()));
        mask = capacity - 1;
        keys = new String[capacity];
        places = new int[capacity];
        for (int place = 0; place < symbols.size(); place++) {
            int slot = slot(this.symbols.get(place));
            keys[slot] = this.symbols.get(place);
            places[slot] = place;
        }
    }

    /**
     * The names in their order.
     *
     * @return unmodifiable
     */
    public List<String> symbols() {
        return symbols;
    }

    /**
     * The place of a name.
     *
     * @param symbol any name
     * @return from 0 up, or -1 if it is not among them
     */
    public int of(String symbol) {
        int slot = slot(symbol);
        return keys[slot] == null ? -1 : places[slot];
    }

    /** Where the name is, or the free slot where it would be put; a quarter to a half of the slots are taken. */
    private int slot(String symbol) {
        int hash = symbol.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & mask;
        while (true) {
            String key = keys[slot];
            if (key == null || key.equals(symbol)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }
}
