package io.robotrader.examples.replay;

import io.robotrader.engine.TradingEngineBuilder;

/** What the commands of these examples set on an engine beside its settings, which no journal tells. */
enum SetUp {
    /** As {@code paper} and {@code live} do. */
    WITH_STOPS("with protective stops") {
        @Override
        TradingEngineBuilder on(TradingEngineBuilder builder) {
            // Where the record has stops that were left at the broker, they are left again.
            return builder.leaveStops(true);
        }
    },

    /** As {@code session} does, and {@code paper --without-stops}. */
    WITHOUT_STOPS("without protective stops") {
        @Override
        TradingEngineBuilder on(TradingEngineBuilder builder) {
            return builder.protectiveStops(false);
        }
    },

    /** As {@code paper} does where {@code ibkr.readonly} is true. */
    SHADOW_WITH_STOPS("with protective stops, sending nothing") {
        @Override
        TradingEngineBuilder on(TradingEngineBuilder builder) {
            return builder.shadow();
        }
    },

    /** As {@code paper --without-stops} does where {@code ibkr.readonly} is true. */
    SHADOW_WITHOUT_STOPS("without protective stops, sending nothing") {
        @Override
        TradingEngineBuilder on(TradingEngineBuilder builder) {
            return builder.protectiveStops(false).shadow();
        }
    };

    private final String words;

    SetUp(String words) {
        this.words = words;
    }

    abstract TradingEngineBuilder on(TradingEngineBuilder builder);

    /** For a person, to follow "replayed". */
    String words() {
        return words;
    }
}
