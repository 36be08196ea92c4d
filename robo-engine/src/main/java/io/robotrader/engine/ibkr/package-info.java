/**
 * A client of Interactive Brokers' TWS and Gateway, and the broker that the engine trades through.
 *
 * <p>Open {@link io.robotrader.engine.ibkr.IbkrClient} first: it is built by {@link
 * io.robotrader.engine.ibkr.IbkrClientBuilder}, and what can be asked stands in four groups, {@link
 * io.robotrader.engine.ibkr.IbkrMarketData}, {@link io.robotrader.engine.ibkr.IbkrContracts}, {@link
 * io.robotrader.engine.ibkr.IbkrAccount} and {@link io.robotrader.engine.ibkr.IbkrOrders}. One answer is a {@link
 * java.util.concurrent.CompletableFuture}, a stream is a publisher of {@link java.util.concurrent.Flow}; what fails says so
 * with an {@link io.robotrader.engine.ibkr.IbkrError}. {@link io.robotrader.engine.ibkr.IbkrBroker} puts the client behind
 * the engine's port.
 *
 * <p>Inside, a session keeps the connection; its inbox hands what comes in to whom it concerns, and its outbox is the one
 * way out, where pacing and the ban on orders are.
 */
@NullMarked
package io.robotrader.engine.ibkr;

import org.jspecify.annotations.NullMarked;
