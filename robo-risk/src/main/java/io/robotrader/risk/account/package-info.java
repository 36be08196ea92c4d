/**
 * The words of the trade: what an order, a position and an account are.
 *
 * <p>Open {@link io.robotrader.risk.account.OrderIntent} first: it is what a bot wants to do.
 * {@link io.robotrader.risk.account.AccountSnapshot} is what the bot has: cash,
 * {@link io.robotrader.risk.account.Position positions} and
 * {@link io.robotrader.risk.account.MarketData market data}, with the sums that limits are about.
 * {@link io.robotrader.risk.account.AccountView} is the part of it that a rule may see.
 *
 * <p>Money is a {@code double} in the account's currency. Quantities are whole shares: unsigned in an order, whose
 * {@link io.robotrader.risk.account.Side} carries the sign, and signed in a position (negative is short). Fractions are
 * fractions: 0.02 is 2 %. All types here are immutable and safe to share between threads.
 */
@NullMarked
package io.robotrader.risk.account;

import org.jspecify.annotations.NullMarked;
