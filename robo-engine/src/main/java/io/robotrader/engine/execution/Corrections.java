package io.robotrader.engine.execution;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a fill that was told wrong is put right: by one that takes it back, and one that is right. Both carry the order's id
 * with {@code /correction}, as they change what was traded and not how much of the order is left.
 */
public final class Corrections {

    private static final String ORDER = "/correction";
    private static final String REVERSAL = "/reversal";

    private Corrections() {}

    /**
     * {@return the fill that takes another back, without its commission}
     *
     * @param wrong the fill as it was told
     * @param orderId the order that it belongs to
     */
    public static Fill reversal(Fill wrong, String orderId) {
        Side side = wrong.side().opposite();
        return of(wrong, wrong.id() + REVERSAL, orderId, side, BigDecimal.ZERO);
    }

    /**
     * {@return a fill in the place of another that was taken back}
     *
     * @param right the fill as it should have been told, under its own id; its commission was charged with the first
     * @param orderId the order that it belongs to
     */
    public static Fill replacement(Fill right, String orderId) {
        return of(right, right.id(), orderId, right.side(), BigDecimal.ZERO);
    }

    private static Fill of(Fill fill, String id, String orderId, Side side, BigDecimal commission) {
        return new Fill(
                id, orderId + ORDER, fill.symbol(), side, fill.quantity(), fill.price(), commission, fill.time());
    }

    /**
     * {@return the name of the fill that takes another back}
     *
     * @param fillId the other
     */
    public static String reversalOf(String fillId) {
        return fillId + REVERSAL;
    }

    /**
     * {@return the fill that this one takes back; empty if it is no reversal}
     *
     * @param fill any fill
     */
    public static Optional<String> reversed(Fill fill) {
        return fill.id().endsWith(REVERSAL)
                ? Optional.of(fill.id().substring(0, fill.id().length() - REVERSAL.length()))
                : Optional.empty();
    }

    /**
     * {@return the order that a correction belongs to; empty if the fill is none}
     *
     * @param fill any fill
     */
    public static Optional<String> correctedOrder(Fill fill) {
        return fill.orderId().endsWith(ORDER)
                ? Optional.of(fill.orderId().substring(0, fill.orderId().length() - ORDER.length()))
                : Optional.empty();
    }
}
