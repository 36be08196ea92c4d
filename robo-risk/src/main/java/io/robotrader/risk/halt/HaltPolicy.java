package io.robotrader.risk.halt;

import io.robotrader.risk.internal.Require;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each trigger of the kill switch brings about.
 *
 * <p>By default a lost day, week or month, a drawdown and a person halt: all but the last say that the bot's judgement is in doubt, and
 * a person needs no reason. Leverage and heat above their limits, an unhealthy program, and a bot that keeps asking for what
 * it may not have only end the opening of risk: the strategies' own exits are then what brings the risk down, and must go
 * on. Immutable and thread-safe.
 */
public final class HaltPolicy {

    private static final int MOST_REJECTED_ORDERS = 10_000;

    private static final HaltPolicy DEFAULTS = new Builder()
            .on(HaltTrigger.DAILY_LOSS, HaltLevel.HALT)
            .on(HaltTrigger.WEEKLY_LOSS, HaltLevel.HALT)
            .on(HaltTrigger.MONTHLY_LOSS, HaltLevel.HALT)
            .on(HaltTrigger.LEVERAGE, HaltLevel.REDUCE_ONLY)
            .on(HaltTrigger.HEAT, HaltLevel.REDUCE_ONLY)
            .on(HaltTrigger.DRAWDOWN, HaltLevel.HALT)
            .on(HaltTrigger.REJECTED_ORDERS, HaltLevel.REDUCE_ONLY)
            .on(HaltTrigger.UNHEALTHY, HaltLevel.REDUCE_ONLY)
            .on(HaltTrigger.PERSON, HaltLevel.HALT)
            .build();

    private final Map<HaltTrigger, HaltLevel> levels;
    private final int rejectedOrders;
    private final Duration rejectionWindow;
    private final double warnAt;
    private final boolean flattenOnHalt;

    private HaltPolicy(Builder builder) {
        levels = Collections.unmodifiableMap(new EnumMap<>(builder.levels));
        rejectedOrders = builder.rejectedOrders;
        rejectionWindow = builder.rejectionWindow;
        warnAt = builder.warnAt;
        flattenOnHalt = builder.flattenOnHalt;
    }

    /**
     * {@return the default policy: HALT for the loss of a day, week or month, the drawdown and a person; REDUCE_ONLY for leverage, heat, an
     * unhealthy program and five rejected orders within five minutes; a warning at 80 % of a limit; nothing is flattened}
     */
    public static HaltPolicy defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts with the defaults} */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** {@return a builder that starts with this policy} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.levels.putAll(levels);
        return builder.rejectedOrders(rejectedOrders, rejectionWindow)
                .warnAt(warnAt)
                .flattenOnHalt(flattenOnHalt);
    }

    /**
     * {@return the level that a trigger raises; NORMAL if it is off. A lost record always raises HALT}
     *
     * @param trigger which trigger
     */
    public HaltLevel level(HaltTrigger trigger) {
        return trigger == HaltTrigger.LOST_RECORD ? HaltLevel.HALT : levels.getOrDefault(trigger, HaltLevel.NORMAL);
    }

    /** {@return how many refused opening orders within the window trip the switch} */
    public int rejectedOrders() {
        return rejectedOrders;
    }

    /** {@return the time within which the refusals count} */
    public Duration rejectionWindow() {
        return rejectionWindow;
    }

    /** {@return the fraction of a limit from which on there is a warning} */
    public double warnAt() {
        return warnAt;
    }

    /** {@return whether a HALT asks for all positions to be closed} */
    public boolean flattenOnHalt() {
        return flattenOnHalt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HaltPolicy that
                && levels.equals(that.levels)
                && rejectedOrders == that.rejectedOrders
                && rejectionWindow.equals(that.rejectionWindow)
                && Double.compare(warnAt, that.warnAt) == 0
                && flattenOnHalt == that.flattenOnHalt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(levels, rejectedOrders, rejectionWindow, warnAt, flattenOnHalt);
    }

    @Override
    public String toString() {
        return "HaltPolicy" + levels + ", " + rejectedOrders + " rejected within " + rejectionWindow + ", warn at "
                + warnAt + (flattenOnHalt ? ", flatten" : "");
    }

    /** Collects a policy. Not thread-safe; what it built does not change with it. */
    public static final class Builder {

        private final Map<HaltTrigger, HaltLevel> levels = new EnumMap<>(HaltTrigger.class);
        private int rejectedOrders = 5;
        private Duration rejectionWindow = Duration.ofMinutes(5);
        private double warnAt = 0.8;
        private boolean flattenOnHalt;

        private Builder() {}

        /**
         * The level that a trigger raises.
         *
         * @param trigger any but {@link HaltTrigger#LOST_RECORD}, which always halts
         * @param level {@link HaltLevel#REDUCE_ONLY} or {@link HaltLevel#HALT}
         * @return this builder
         */
        public Builder on(HaltTrigger trigger, HaltLevel level) {
            if (level.mayOpen()) {
                throw new IllegalArgumentException("level must be REDUCE_ONLY or HALT, but was " + level);
            }
            levels.put(changeable(trigger), level);
            return this;
        }

        /**
         * Makes a trigger do nothing, not even warn.
         *
         * @param trigger any but {@link HaltTrigger#PERSON} and {@link HaltTrigger#LOST_RECORD}
         * @return this builder
         */
        public Builder off(HaltTrigger trigger) {
            if (trigger == HaltTrigger.PERSON) {
                throw new IllegalArgumentException("trigger must be one that can be switched off, but was PERSON");
            }
            levels.remove(changeable(trigger));
            return this;
        }

        /**
         * How many refused opening orders in which time show that the bot is out of control.
         *
         * @param count from 1 to 10,000; this many trip; default 5
         * @param window positive; exactly this long between the first and the last still trips; default five minutes
         * @return this builder
         */
        public Builder rejectedOrders(int count, Duration window) {
            Require.atLeast(count, 1, "count");
            Require.atMost(count, MOST_REJECTED_ORDERS, "count");
            if (window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("window must be positive, but was " + window);
            }
            rejectedOrders = count;
            rejectionWindow = window;
            return this;
        }

        /**
         * How close to a limit the warning comes.
         *
         * @param fraction of the limit, in (0, 1]; exactly this warns; 1 warns only exactly at the limit; default 0.8
         * @return this builder
         */
        public Builder warnAt(double fraction) {
            warnAt = Require.fraction(fraction, "warnAt");
            return this;
        }

        /**
         * Whether a HALT asks for all positions to be closed. A lost record never does: nobody knows then what happened.
         *
         * @param flatten default false
         * @return this builder
         */
        public Builder flattenOnHalt(boolean flatten) {
            flattenOnHalt = flatten;
            return this;
        }

        /** {@return the policy} */
        public HaltPolicy build() {
            return new HaltPolicy(this);
        }

        private static HaltTrigger changeable(HaltTrigger trigger) {
            if (trigger == HaltTrigger.LOST_RECORD) {
                throw new IllegalArgumentException("trigger must be one that can be changed, but was LOST_RECORD");
            }
            return Objects.requireNonNull(trigger, "trigger");
        }
    }
}
