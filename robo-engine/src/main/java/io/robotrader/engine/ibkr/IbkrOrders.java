package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * What can be done with orders. Thread-safe. Orders go out before everything else that waits, only while the session is
 * {@link ConnectionState#READY}, and never twice: what is lost with a connection is not sent again.
 */
public final class IbkrOrders {

    private final Session session;

    IbkrOrders(Session session) {
        this.session = session;
    }

    /**
     * {@return everything that is learnt of orders, of all clients as far as the gateway tells; never drops anything. A
     * subscriber hears what comes after its subscription}
     */
    public Flow.Publisher<OrderEvent> events() {
        return session.orderEvents();
    }

    /**
     * Places an order.
     *
     * @param contract what to trade
     * @param order the order
     * @return the order's number, and a future that tells when the gateway has it
     * @throws IbkrException if the session is read-only or not ready, or it is for another account than the live one that
     *     was allowed; nothing was sent then
     */
    public PlacedOrder place(IbkrContract contract, IbkrOrder order) {
        session.requireReadyFor(order);
        return send(session.ids().next(), contract, order);
    }

    /**
     * Places an order and two that wait for it, of which one takes the profit and one limits the loss; a fill of either
     * cancels the other.
     *
     * @param contract what to trade
     * @param entry the order that comes first
     * @param takeProfit on the other side, usually {@code LMT}
     * @param stopLoss on the other side, usually {@code STP}
     * @return the three, in that order
     * @throws IbkrException if the session is read-only or not ready; nothing works then
     * @throws IllegalArgumentException if the latter two are on the entry's side
     */
    public List<PlacedOrder> bracket(IbkrContract contract, IbkrOrder entry, IbkrOrder takeProfit, IbkrOrder stopLoss) {
        if (takeProfit.side() == entry.side() || stopLoss.side() == entry.side()) {
            throw new IllegalArgumentException("takeProfit and stopLoss must be on the other side than " + entry.side()
                    + ", but were " + takeProfit.side() + " and " + stopLoss.side());
        }
        session.requireReadyFor(entry);
        session.requireReadyFor(takeProfit);
        session.requireReadyFor(stopLoss);
        int parent = session.ids().next();
        int profit = session.ids().next();
        int loss = session.ids().next();
        // Nothing works before the last has come, so a bracket that breaks off in the middle does no harm.
        return List.of(
                send(parent, contract, entry.asPartOf(0, false)),
                send(profit, contract, takeProfit.asPartOf(parent, false)),
                send(loss, contract, stopLoss.asPartOf(parent, true)));
    }

    /**
     * Places orders of which all but the first wait for the first; nothing works before the last has come.
     *
     * @param contract what to trade
     * @param family the first, and those that wait for it
     * @return all, in that order
     */
    List<PlacedOrder> family(IbkrContract contract, List<IbkrOrder> family) {
        family.forEach(session::requireReadyFor);
        int parent = session.ids().next();
        List<PlacedOrder> placed = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            boolean last = i == family.size() - 1;
            int id = i == 0 ? parent : session.ids().next();
            placed.add(send(id, contract, family.get(i).asPartOf(i == 0 ? 0 : parent, last)));
        }
        return placed;
    }

    private PlacedOrder send(int orderId, IbkrContract contract, IbkrOrder order) {
        OrderTracker tracker = session.orders();
        Tracked tracked = tracker.place(orderId, order.orderRef());
        Outbox.Item item = new Outbox.Item(
                Wired.place(orderId, contract, order, false),
                Outbox.Lane.ORDERS,
                null,
                () -> tracker.written(tracked),
                why -> tracker.notSent(tracked, why));
        try {
            session.outbox().offer(item);
        } catch (IbkrException e) {
            tracker.forget(tracked);
            throw e;
        }
        tracker.watch(tracked, session.timer().schedule(session.settings().deadline(), () -> {
            if (session.outbox().withdraw(item)) {
                tracker.notSent(tracked, IbkrError.deadline(orderId, "sending the order"));
            } else {
                tracker.overdue(tracked);
            }
        }));
        return new PlacedOrder(orderId, tracked.acknowledgement);
    }

    /**
     * Changes an order that is working. If the gateway refuses the change, the order stays as it was, and the error is told
     * on the stream of errors. A change that is lost with the connection before it has gone out is told there too.
     *
     * @param orderId the number of the order, placed by this client id
     * @param contract what it trades, as before
     * @param order all of it, as it is to be
     * @throws IbkrException if the session is read-only or not ready; nothing was sent then
     */
    public void modify(int orderId, IbkrContract contract, IbkrOrder order) {
        session.requireReadyFor(order);
        OrderTracker tracker = session.orders();
        tracker.modifying(orderId);
        try {
            session.outbox()
                    .offer(new Outbox.Item(
                            Wired.place(orderId, contract, order, false), Outbox.Lane.ORDERS, null, () -> {}, why -> {
                                tracker.notChanged(orderId);
                                String text = "the change of order " + orderId + " was not sent: " + why.text();
                                session.errors().put(IbkrError.of(orderId, why.code(), text, ErrorClass.ORDER));
                            }));
        } catch (IbkrException e) {
            tracker.notChanged(orderId);
            throw e;
        }
    }

    /**
     * Asks what an order would cost and bind. Nothing is placed; yet it goes out as an order does, so a session that is
     * read-only refuses it.
     *
     * @param contract what to trade
     * @param order the order
     * @return what it would do
     * @throws IbkrException if the session is read-only or not ready
     */
    public CompletableFuture<WhatIf> whatIf(IbkrContract contract, IbkrOrder order) {
        session.requireReadyFor(order);
        int id = session.ids().next();
        PlaceOrder message = Wired.place(id, contract, order, true);
        return session.requests()
                .send(
                        id,
                        "the what-if",
                        message,
                        Outbox.Lane.ORDERS,
                        () -> {},
                        m -> m instanceof OpenOrder it ? Wired.whatIf(it.state()) : null);
    }

    /**
     * Asks for a cancellation. It may come too late.
     *
     * @param orderId the number of the order
     * @return done once the order has ended, by the cancellation or by a fill that came first; fails with an {@link
     *     IbkrException} if the gateway refuses, or says nothing in time
     * @throws IbkrException if the session is read-only or not connected; nothing was sent then
     */
    public CompletableFuture<OrderEvent> cancel(int orderId) {
        // Before it goes out: the order may end meanwhile. It goes out in any case, in case what is known here is
        // wrong.
        CompletableFuture<OrderEvent> ending = session.orders().ending(orderId);
        try {
            session.outbox()
                    .offer(new Outbox.Item(
                            new OrderRequest.CancelOrder(orderId, ""),
                            Outbox.Lane.ORDERS,
                            null,
                            () -> {},
                            why -> ending.completeExceptionally(new IbkrException(why))));
        } catch (IbkrException e) {
            ending.completeExceptionally(e);
            throw e;
        }
        Runnable cancelTimer = session.timer()
                .schedule(
                        session.settings().deadline(),
                        () -> ending.completeExceptionally(
                                new IbkrException(IbkrError.deadline(orderId, "the cancellation"))));
        CompletableFuture<OrderEvent> unused = ending.whenComplete((event, failure) -> cancelTimer.run());
        return ending;
    }

    /**
     * Asks for the cancellation of every order of the login: of all clients, and those entered by hand. What becomes of
     * them is told order by order, on {@link #events}.
     *
     * @throws IbkrException if the session is read-only or not connected; nothing was sent then
     */
    public void cancelAll() {
        session.offer(new OrderRequest.RequestGlobalCancel(), Outbox.Lane.ORDERS);
    }

    /** {@return the orders of this client id that are working} */
    public CompletableFuture<List<OrderEvent.Acknowledged>> open() {
        return session.reading().openOrders();
    }

    /** {@return the orders that are working of all clients, as far as the gateway tells, and those entered by hand} */
    public CompletableFuture<List<OrderEvent.Acknowledged>> openOfAll() {
        return session.reading().allOpenOrders();
    }

    /** {@return the orders of today that have ended} */
    public CompletableFuture<List<OrderEvent.Completed>> completed() {
        return session.reading().completedOrders();
    }

    /** {@return the fills of today of this client id; their commissions are told on {@link #events}} */
    public CompletableFuture<List<OrderEvent.Executed>> executions() {
        return session.reading().executions();
    }

    /**
     * Reads orders and fills again. What is new in them is told on {@link #events}, and after all of it an {@link
     * OrderEvent.Reconciled}. It is done by itself after each reconnection.
     */
    public void reread() {
        int asked = session.epoch();
        CompletableFuture<Void> unused = session.reading().rereadAll().thenAccept(complete -> {
            // Without the connection nobody was asked; when there is one again, everything is.
            if (asked != 0 && session.epoch() == asked) {
                session.orders().reconciled(complete);
            }
        });
    }
}
