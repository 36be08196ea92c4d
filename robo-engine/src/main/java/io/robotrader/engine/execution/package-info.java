/**
 * Orders on their way to a broker and back.
 *
 * <p>Open {@link io.robotrader.engine.execution.Broker} first: the port behind which every broker stands.
 * {@code PaperBroker} is the one that needs no account.
 */
@NullMarked
package io.robotrader.engine.execution;

import org.jspecify.annotations.NullMarked;
