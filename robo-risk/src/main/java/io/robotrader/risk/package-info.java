/**
 * The door of the risk desk: may this order be sent?
 *
 * <p>Open {@link io.robotrader.risk.RiskGate} first. Give it {@link io.robotrader.risk.RiskLimits}, tell it what the
 * account and the market look like, and ask it about each order; the answer is a
 * {@link io.robotrader.risk.RiskDecision}. A {@link io.robotrader.risk.RiskPolicy} holds the limits and the rules that
 * watch them, your own ones included.
 *
 * <p>The words are in {@code account}, the rules in {@code rule}; {@code sizing}, {@code heat}, {@code metrics} and
 * {@code indicator} can be used without a gate.
 */
@NullMarked
package io.robotrader.risk;

import org.jspecify.annotations.NullMarked;
