/**
 * How many shares: from equity, buying power and a risk budget to whole lots.
 *
 * <p>Open {@link io.robotrader.risk.sizing.PositionSizers} first. A {@link io.robotrader.risk.sizing.PositionSizer} takes
 * a {@link io.robotrader.risk.sizing.SizingRequest} and returns a {@link io.robotrader.risk.sizing.PositionSize}, which
 * tells the shares and what kept them from being more.
 */
@NullMarked
package io.robotrader.risk.sizing;

import org.jspecify.annotations.NullMarked;
