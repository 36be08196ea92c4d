/**
 * How many shares: from equity, buying power and a risk budget to whole lots.
 *
 * <p>Open {@link io.robotrader.risk.sizing.PositionSizers} first. A {@link io.robotrader.risk.sizing.PositionSizer} takes
 * a {@link io.robotrader.risk.sizing.SizingRequest} and returns a {@link io.robotrader.risk.sizing.PositionSize}, which
 * tells the shares, what kept them from being more, and each step on the way. {@link io.robotrader.risk.sizing.Scalers}
 * make a sizer's answers smaller in bad times, and a {@link io.robotrader.risk.sizing.SizeCap} keeps them within limits
 * that the sizer does not know.
 */
@NullMarked
package io.robotrader.risk.sizing;

import org.jspecify.annotations.NullMarked;
