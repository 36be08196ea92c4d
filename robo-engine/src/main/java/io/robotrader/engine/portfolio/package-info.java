/**
 * The books: cash, positions, profit and loss, to the last cent.
 *
 * <p>Open {@link io.robotrader.engine.portfolio.Portfolio} first: fills go in, account snapshots come out.
 * {@link io.robotrader.engine.portfolio.Performance} is what the equity of the trade dates says.
 */
@NullMarked
package io.robotrader.engine.portfolio;

import org.jspecify.annotations.NullMarked;
