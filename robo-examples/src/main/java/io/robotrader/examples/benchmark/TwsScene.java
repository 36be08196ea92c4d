package io.robotrader.examples.benchmark;

import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.ibkr.wire.Extras;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderGroup;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.OrderTime;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.TickByTick;
import io.robotrader.engine.ibkr.wire.TickMessage.TickPrice;
import io.robotrader.engine.ibkr.wire.TickMessage.TickSize;
import io.robotrader.engine.ibkr.wire.WireMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What goes over the wire of a client that trades shares. */
final class TwsScene {

    private static final int MESSAGES = 256;
    private static final Contract SHARE = Contract.stock("MSFT", "SMART", "USD");

    final TwsTraffic price = traffic("tick price", i -> new TickPrice(7, 1 + i % 2, dollars(i), 100 * (1 + i % 9), 1));
    final List<TwsTraffic> all = List.of(
            price,
            traffic("tick size", i -> new TickSize(7, 8, 1_000_000 + 37 * i)),
            traffic(
                    "tick-by-tick quote",
                    i -> new TickByTick.Quote(8, 1_767_625_800 + i, dollars(i), dollars(i + 1), 300, 100 + i, 0)),
            traffic("order status", TwsScene::status),
            traffic("open order", TwsScene::opened),
            traffic("order to place", TwsScene::placed));

    private static TwsTraffic traffic(String name, IntFunction<? extends WireMessage> message) {
        return new TwsTraffic(
                name, IntStream.range(0, MESSAGES).mapToObj(message).toList());
    }

    private static double dollars(int i) {
        return (41_000 + i) / 100.0;
    }

    private static OrderStatusReport status(int i) {
        BigDecimal filled = BigDecimal.valueOf(i % 100);
        return new OrderStatusReport(
                500 + i,
                i % 2 == 0 ? "Submitted" : "Filled",
                filled,
                BigDecimal.valueOf(100).subtract(filled),
                BigDecimal.valueOf(41_000 + i, 2),
                1_234_567_000 + i,
                0,
                BigDecimal.valueOf(41_000 + i, 2),
                7,
                "",
                BigDecimal.ZERO);
    }

    private static PlaceOrder placed(int i) {
        Order order = new Order(
                "BUY",
                BigDecimal.valueOf(100 + i),
                OrderPricing.limit(BigDecimal.valueOf(41_000 + i, 2)),
                OrderTime.DAY,
                OrderGroup.ALONE,
                "DU7654321",
                "swing-" + i,
                false);
        return new PlaceOrder(500 + i, SHARE, order, Extras.NONE);
    }

    private static OpenOrder opened(int i) {
        return OpenOrder.of(placed(i), SHARE, 7, 1_234_567_000 + i, OrderState.of("Submitted"));
    }
}
