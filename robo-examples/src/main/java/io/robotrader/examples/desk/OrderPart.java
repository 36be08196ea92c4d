package io.robotrader.examples.desk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order and, if the user says so, what should become of it. */
record OrderPart(
        String id,
        String symbol,
        @Nullable Side side,
        @Nullable Long quantity,
        @Nullable Double limitPrice,
        @Nullable Double stopPrice,
        @Nullable Object expect) {

    OrderIntent order() {
        return new OrderIntent(
                id,
                symbol,
                Given.required(side, "side"),
                Given.required(quantity, "quantity"),
                Given.optional(limitPrice),
                Given.optional(stopPrice));
    }

    /** The kinds of limits that refuse the order, none if it is approved; empty if nothing is expected. */
    Optional<Set<LimitKind>> expected() {
        if (expect == null) {
            return Optional.empty();
        }
        Set<LimitKind> kinds = EnumSet.noneOf(LimitKind.class);
        if (expect.equals("approved")) {
            return Optional.of(kinds);
        }
        if (!(expect instanceof List<?> names) || names.isEmpty()) {
            throw new IllegalArgumentException("expect must be approved or a list of limit kinds, but was " + expect);
        }
        names.forEach(name -> kinds.add(kind(String.valueOf(name))));
        return Optional.of(kinds);
    }

    private static LimitKind kind(String name) {
        return Arrays.stream(LimitKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expect must be approved or a list of "
                        + Arrays.toString(LimitKind.values()) + ", but was " + name));
    }
}
