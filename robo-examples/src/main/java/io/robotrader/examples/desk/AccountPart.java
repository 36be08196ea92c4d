package io.robotrader.examples.desk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account of a scenario; what is null was left out. */
record AccountPart(
        @Nullable Double cash,
        @Nullable Double buyingPower,
        @Nullable Double startOfDayEquity,
        @Nullable Double paidInToday,
        @Nullable Double peakEquity,
        @Nullable List<PositionPart> positions) {

    AccountSnapshot snapshot(List<MarketData> prices) {
        var builder = AccountSnapshot.builder(Given.required(cash, "cash"));
        if (buyingPower != null) {
            builder.buyingPower(buyingPower);
        }
        if (startOfDayEquity != null) {
            builder.startOfDayEquity(startOfDayEquity);
        }
        if (paidInToday != null) {
            builder.paidInToday(paidInToday);
        }
        if (peakEquity != null) {
            builder.peakEquity(peakEquity);
        }
        List<Position> held = Given.each("positions", Given.list(positions), PositionPart::position);
        Given.distinct("positions", held, Position::symbol);
        held.forEach(builder::position);
        prices.forEach(builder::market);
        return builder.build();
    }

    /** One position; the quantity is negative if it is short. */
    record PositionPart(
            String symbol,
            @Nullable Long quantity,
            @Nullable Double averagePrice,
            @Nullable Double stop) {

        Position position() {
            return new Position(
                    symbol,
                    Given.required(quantity, "quantity"),
                    Given.required(averagePrice, "averagePrice"),
                    Given.optional(stop));
        }
    }
}
