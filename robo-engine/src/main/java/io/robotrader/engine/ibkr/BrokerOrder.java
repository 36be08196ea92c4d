package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the broker knows of an intent that it was handed. Guarded by the broker. */
final class BrokerOrder {

    final OrderIntent intent;
    /** By what a fill and its corrections have in common: the latest of them. */
    final Map<String, OrderEvent.Executed> fills = new HashMap<>();

    int orderId;
    /** Shares in all, as the gateway was told last. */
    long quantity;

    BigDecimal filled = BigDecimal.ZERO;
    /** How much the gateway says is filled, which it may say before the fills come. */
    BigDecimal reported = BigDecimal.ZERO;

    @Nullable
    String cancelled;

    /** Why the gateway would not cancel it. */
    @Nullable
    String refused;

    /** The order that has to be filled first; 0 if there is none. */
    int parentId;

    /** Whether it limits a loss or takes a gain at the broker. */
    final boolean protective;

    boolean over;
    boolean toldAcknowledged;
    boolean toldUnknown;
    boolean asked;
    boolean cancelWanted;

    BrokerOrder(OrderIntent intent) {
        this.intent = intent;
        this.protective = Protection.isProtective(intent.id());
        this.quantity = intent.quantity();
    }

    boolean isWhole() {
        return filled.compareTo(BigDecimal.valueOf(quantity)) >= 0;
    }

    boolean lacksFills() {
        return reported.compareTo(filled) > 0;
    }
}
