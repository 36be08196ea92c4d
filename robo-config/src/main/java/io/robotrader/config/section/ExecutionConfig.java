package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import io.robotrader.config.constraint.FixedAtStart;
import io.robotrader.config.constraint.Lasting;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import java.util.Optional;

/**
 * How orders are executed. Limits hold for orders that open risk; exits pass. Immutable and thread-safe.
 *
 * @param mode where orders go
 * @param maxDailyTrades opening orders of a trade date; exactly this many pass
 * @param maxOrdersPerMinute opening orders in any minute; exactly this many pass
 * @param duplicateOrderWindow how long the same order may not follow itself in a symbol; exactly this long passes
 * @param enableShortSelling whether an order may open a short position
 * @param onlyInSession whether nothing is opened while the exchange is closed
 * @param entryHours when the engine opens positions
 * @param liveConfirmation the account once more, which live trading asks for; empty if not given
 */
public record ExecutionConfig(
        @Default("paper")
        @FixedAtStart
        @Description("where orders go; live also takes ibkr.readonly false, a live port, and the account named twice")
        TradingMode mode,

        @Default("100")
        @DecimalMin("1")
        @DecimalMax("1000")
        @Description("how many orders of a trade date may open risk")
        Cap<Integer> maxDailyTrades,

        @Default("60")
        @DecimalMin("1")
        @DecimalMax("1000")
        @Description(
                "how many orders in any minute may open risk; one a second is more than a strategy on bars needs, and"
                        + " stops a loop gone wild")
        Cap<Integer> maxOrdersPerMinute,

        @Default("1s")
        @Lasting(minMillis = 100, maxMillis = 3_600_000)
        @Description("how soon the same order may follow itself in a symbol; long enough to catch a double send")
        Cap<Duration> duplicateOrderWindow,

        @Default("false")
        @FixedAtStart
        @Description("whether an order may open a short position; otherwise a short signal only closes a long one")
        boolean enableShortSelling,

        @Default("false")
        @Description(
                "whether the gate refuses what opens while the exchange is closed; needs a gate that is told of sessions, as"
                        + " the engine's is, and without one refuses every order that opens, so it is not on by itself")
        boolean onlyInSession,

        @Default("regular")
        @FixedAtStart
        @Description(
                "when the engine opens positions: in the regular session, in extended hours too, or at any time; a wish to"
                        + " open at another time is passed over, an exit never is")
        EntryHours entryHours,

        @Default("none")
        @FixedAtStart
        @Description("the account of ibkr.account once more, to confirm that live trading is meant")
        Optional<Secret> liveConfirmation) {}
