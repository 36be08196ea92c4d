package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts, and the fills that made them what they are. */
final class Books {

    /** A fill, with what it cost. */
    record Execution(
            LiveOrder order,
            String execId,
            java.time.Instant time,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal cumulative,
            BigDecimal average,
            BigDecimal commission,
            @Nullable BigDecimal realized) {}

    /** Who is told of a fill once it is booked. */
    interface Listener {
        void booked(Account account, Market.Instrument instrument);
    }

    private static final long FIRST_EXECUTION = 0x6959b1a1L;

    private final Gateway gateway;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

    Books(Gateway gateway) {
        this.gateway = gateway;
        gateway.settings
                .accounts()
                .forEach((id, cash) -> accounts.put(
                        id, new Account(id, cash, listing -> mark(gateway.market.ofConId(listing.conId())))));
        accounts.values().forEach(a -> a.startOfDay(Hours.date(gateway.timeline.now())));
    }

    private static BigDecimal mark(Market.Instrument instrument) {
        return instrument.mark();
    }

    void tell(Listener listener) {
        listeners.add(listener);
    }

    /** The account of that name, the first one if the name is empty, null if there is none. */
    @Nullable
    Account account(String id) {
        Account account = id.isEmpty() ? accounts.values().iterator().next() : accounts.get(id);
        if (account != null) {
            account.startOfDay(Hours.date(gateway.timeline.now()));
        }
        return account;
    }

    List<Account> all() {
        accounts.values().forEach(a -> a.startOfDay(Hours.date(gateway.timeline.now())));
        return List.copyOf(accounts.values());
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }

    Account of(LiveOrder order) {
        Account account = account(order.order().account());
        if (account == null) {
            throw new IllegalStateException(
                    "account of an order must exist, but was " + order.order().account());
        }
        return account;
    }

    /** Books a fill: order, account and list of fills change together. */
    Execution book(LiveOrder order, BigDecimal quantity, BigDecimal price) {
        Account account = of(order);
        order.filled = order.filled.add(quantity);
        order.value = order.value.add(quantity.multiply(price));
        order.lastPrice = price;
        BigDecimal total = gateway.settings.commission().of(order.filled, order.value, order.commissionTier);
        BigDecimal fee = total.subtract(order.commission);
        order.commission = total;
        BigDecimal realized = account.book(order.instrument.listing, order.signed(quantity), price, fee);
        Execution execution = new Execution(
                order,
                String.format(java.util.Locale.ROOT, "0000e0d5.%08x.01.01", FIRST_EXECUTION + executions.size()),
                gateway.market.tradeTime().plus(gateway.fault.skew()),
                quantity,
                price,
                order.filled,
                order.average(),
                fee,
                realized);
        executions.add(execution);
        return execution;
    }

    void booked(LiveOrder order) {
        listeners.forEach(l -> l.booked(of(order), order.instrument));
    }
}
