package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the vendor's books at one moment: fills are read before and after all the rest, and all is read again while there
 * are new ones, as a position that has a fill in it that the fills do not have would look like a difference.
 */
record AccountReading(IbkrClient client, String account, Function<OrderEvent.Executed, BigDecimal> cost) {

    private static final int ATTEMPTS = 5;
    private static final String CASH = "TotalCashValue";

    CompletableFuture<BrokerAccount> read() {
        return read(1);
    }

    private CompletableFuture<BrokerAccount> read(int attempt) {
        Answers answers = new Answers();
        return executions()
                .thenCompose(
                        fills -> keep(fills, answers.before, client.account().positions()))
                .thenCompose(held -> keep(held, answers.held, client.account().summary(List.of(CASH))))
                .thenCompose(
                        values -> keep(values, answers.values, client.orders().openOfAll()))
                .thenCompose(open -> keep(open, answers.open, client.orders().completed()))
                .thenCompose(completed -> keep(completed, answers.completed, executions()))
                .thenCompose(after -> finished(answers, after, attempt));
    }

    private static <T, U> CompletableFuture<U> keep(List<T> answer, List<T> in, CompletableFuture<U> next) {
        in.addAll(answer);
        return next;
    }

    private CompletableFuture<BrokerAccount> finished(Answers answers, List<OrderEvent.Executed> after, int attempt) {
        if (ids(answers.before).equals(ids(after))) {
            return CompletableFuture.completedFuture(
                    books(answers.held, answers.values, answers.open, answers.completed, after));
        }
        if (attempt < ATTEMPTS) {
            return read(attempt + 1);
        }
        String text = "the account did not stand still while it was read";
        return CompletableFuture.failedFuture(
                new IbkrException(IbkrError.of(-1, IbkrError.DEADLINE, text, ErrorClass.REQUEST)));
    }

    /** What was answered so far. */
    private static final class Answers {
        final List<OrderEvent.Executed> before = new ArrayList<>();
        final List<IbkrPosition> held = new ArrayList<>();
        final List<AccountValue> values = new ArrayList<>();
        final List<OrderEvent.Acknowledged> open = new ArrayList<>();
        final List<OrderEvent.Completed> completed = new ArrayList<>();
    }

    /** Some gateways do not answer the question for executions when there are none. */
    private CompletableFuture<List<OrderEvent.Executed>> executions() {
        return client.orders().executions().exceptionallyCompose(failure -> {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return cause instanceof IbkrException told && told.error().code() == IbkrError.DEADLINE
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.failedFuture(cause);
        });
    }

    private static Set<String> ids(List<OrderEvent.Executed> fills) {
        Set<String> ids = new HashSet<>();
        fills.forEach(fill -> ids.add(fill.execId()));
        return ids;
    }

    private boolean isMine(String ofAccount) {
        return account.isEmpty() || ofAccount.isEmpty() || account.equals(ofAccount);
    }

    private BrokerAccount books(
            List<IbkrPosition> held,
            List<AccountValue> values,
            List<OrderEvent.Acknowledged> open,
            List<OrderEvent.Completed> completed,
            List<OrderEvent.Executed> fills) {
        List<BrokerAccount.Held> positions = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (IbkrPosition position : held) {
            if (isMine(position.account()) && position.quantity().signum() != 0) {
                Optional<BrokerAccount.Held> whole = IbkrHolding.of(position);
                whole.ifPresent(positions::add);
                if (whole.isEmpty() || !IbkrHolding.isWhole(position.quantity())) {
                    others.add(IbkrHolding.words(position));
                }
            }
        }
        List<BrokerAccount.OpenOrder> orders = new ArrayList<>();
        for (OrderEvent.Acknowledged order : open) {
            if (isMine(order.order().account())) {
                orders.add(open(order));
            }
        }
        return new BrokerAccount(
                client.timer().now(), cash(values), positions, others, orders, trades(fills), ends(completed), true);
    }

    private BrokerAccount.OpenOrder open(OrderEvent.Acknowledged order) {
        boolean ours = order.clientId() == client.clientId()
                && !order.order().orderRef().isEmpty();
        return new BrokerAccount.OpenOrder(
                order.order().orderRef(),
                String.valueOf(order.permId()),
                order.contract().symbol(),
                order.order().side(),
                order.order().quantity().longValue(),
                0,
                !ours);
    }

    private Optional<BigDecimal> cash(List<AccountValue> values) {
        return values.stream()
                .filter(value -> value.key().equals(CASH) && isMine(value.account()))
                .map(value -> new BigDecimal(value.value()))
                .findFirst();
    }

    private static List<OrderEnd> ends(List<OrderEvent.Completed> completed) {
        List<OrderEnd> ends = new ArrayList<>();
        for (OrderEvent.Completed order : completed) {
            if (!order.orderRef().isEmpty() && order.status().equals("Cancelled")) {
                ends.add(new OrderEnd(
                        order.orderRef(),
                        OrderEnd.Kind.CANCELLED,
                        Redacted.text(order.reason().isBlank() ? order.status() : order.reason())));
            }
        }
        return ends;
    }

    private List<BrokerAccount.Trade> trades(List<OrderEvent.Executed> fills) {
        Map<String, OrderEvent.Executed> latest = new HashMap<>();
        for (OrderEvent.Executed fill : fills) {
            OrderEvent.@Nullable Executed there = latest.get(fill.root());
            if (there == null || FillBook.revision(there) < FillBook.revision(fill)) {
                latest.put(fill.root(), fill);
            }
        }
        List<BrokerAccount.Trade> trades = new ArrayList<>();
        for (OrderEvent.Executed fill : latest.values()) {
            if (isMine(fill.account()) && !fill.orderRef().isEmpty() && isTellable(fill)) {
                trades.add(new BrokerAccount.Trade(told(fill), earlier(fill, fills)));
            }
        }
        return trades;
    }

    private static boolean isTellable(OrderEvent.Executed fill) {
        return IbkrHolding.isShares(fill.contract())
                && fill.quantity().signum() > 0
                && IbkrHolding.isWhole(fill.quantity());
    }

    private Fill told(OrderEvent.Executed fill) {
        return new Fill(
                fill.execId(),
                fill.orderRef(),
                fill.contract().symbol(),
                fill.side(),
                fill.quantity().longValueExact(),
                fill.price(),
                cost.apply(fill),
                fill.tradedAt());
    }

    /** Those that are told, and those that may have been told to an earlier run. */
    private static Set<String> earlier(OrderEvent.Executed fill, List<OrderEvent.Executed> fills) {
        Set<String> ids = new HashSet<>();
        for (OrderEvent.Executed other : fills) {
            if (other.root().equals(fill.root()) && FillBook.revision(other) < FillBook.revision(fill)) {
                ids.add(other.execId());
            }
        }
        for (int i = 1; i < Math.min(FillBook.revision(fill), 100); i++) {
            ids.add(fill.root() + (i < 10 ? ".0" : ".") + i);
        }
        return ids;
    }
}
