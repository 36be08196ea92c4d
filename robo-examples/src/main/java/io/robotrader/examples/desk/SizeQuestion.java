package io.robotrader.examples.desk;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.PositionSizer;
import io.robotrader.risk.sizing.SizingRequest;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The document of {@code size} as it is written; docs/scenarios.md tells what each key means. */
record SizeQuestion(
        @Nullable Means account,
        @Nullable Entry entry,
        @Nullable SizeMethod method) {

    PositionSize answer() {
        Means means = Given.required(account, "account");
        Entry wanted = Given.required(entry, "entry");
        SizeMethod chosen = Given.required(method, "method");
        PositionSizer sizer = chosen.sizer(wanted);
        double equity = Given.at("account", () -> finite(means.equity(), "equity"));
        double buyingPower = Given.at("account", () -> finite(means.buyingPower(), "buyingPower"));
        return sizer.size(Given.at("entry", () -> wanted.request(equity, buyingPower)));
    }

    private static double finite(@Nullable Double value, String name) {
        double given = Given.required(value, name);
        if (!Double.isFinite(given)) {
            throw new IllegalArgumentException(name + " must be finite, but was " + given);
        }
        return given;
    }

    /** What there is to spend and to risk. */
    record Means(@Nullable Double equity, @Nullable Double buyingPower) {}

    /** What is to be opened. */
    record Entry(
            String symbol,
            @Nullable Long lotSize,
            @Nullable Side side,
            @Nullable Double entryPrice,
            @Nullable Double stop,
            @Nullable Double atr,
            @Nullable Double volatility) {

        boolean gives(String key) {
            return switch (key) {
                case "stop" -> stop != null;
                case "atr" -> atr != null;
                case "volatility" -> volatility != null;
                default -> true;
            };
        }

        SizingRequest request(double equity, double buyingPower) {
            return new SizingRequest(
                    Instrument.of(symbol).withLotSize(lotSize == null ? 1 : lotSize),
                    side == null ? Side.BUY : side,
                    Given.required(entryPrice, "entryPrice"),
                    equity,
                    buyingPower,
                    Given.optional(atr),
                    Given.optional(stop),
                    Given.optional(volatility),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
    }
}
