/**
 * Orders on their way to a broker and back.
 *
 * <p>Open {@link io.robotrader.engine.execution.Broker} first: the port behind which every broker stands.
 * {@link io.robotrader.engine.execution.PaperBroker} is the one that needs no account.
 *
 * <p>{@link io.robotrader.engine.execution.OrderLife} says how an order stands, and {@link
 * io.robotrader.engine.execution.Reconciler} what differs between our books and the broker's.
 */
@NullMarked
package io.robotrader.engine.execution;

import org.jspecify.annotations.NullMarked;
