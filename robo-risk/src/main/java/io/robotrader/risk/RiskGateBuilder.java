package io.robotrader.risk;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.CorrelationLookup;
import io.robotrader.risk.rule.SessionLookup;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a gate together. Each method returns this builder. Not thread-safe. */
public final class RiskGateBuilder {

    final Map<String, Instrument> instruments = new HashMap<>();
    RiskPolicy policy = RiskPolicy.of(RiskLimits.defaults());
    InstantSource clock = InstantSource.system();
    CorrelationLookup correlations = CorrelationLookup.UNKNOWN;

    @Nullable
    SessionLookup session;

    @Nullable
    KillSwitch killSwitch;

    RiskGateBuilder() {}

    /**
     * The limits, watched by the built-in rules.
     *
     * @param limits default is {@link RiskLimits#defaults}
     * @return this builder
     */
    public RiskGateBuilder limits(RiskLimits limits) {
        return policy(RiskPolicy.of(limits));
    }

    /**
     * The limits and the rules that watch them, in place of {@link #limits}.
     *
     * @param newPolicy with rules of your own, say
     * @return this builder
     */
    public RiskGateBuilder policy(RiskPolicy newPolicy) {
        policy = Objects.requireNonNull(newPolicy, "newPolicy");
        return this;
    }

    /**
     * What is known of symbols. One that is not listed trades share by share in an unknown sector.
     *
     * @param known instruments, added to those given before
     * @return this builder
     */
    public RiskGateBuilder instruments(Collection<Instrument> known) {
        known.forEach(instrument -> instruments.put(instrument.symbol(), instrument));
        return this;
    }

    /**
     * What time it is, for the age of prices and the rate of orders.
     *
     * @param newClock default is the system's
     * @return this builder
     */
    public RiskGateBuilder clock(InstantSource newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
        return this;
    }

    /**
     * Where correlations are to be had; see {@link RiskGate#use(CorrelationLookup)}.
     *
     * @param lookup default knows none
     * @return this builder
     */
    public RiskGateBuilder correlations(CorrelationLookup lookup) {
        correlations = Objects.requireNonNull(lookup, "lookup");
        return this;
    }

    /**
     * When the exchange is open, for {@link RiskLimitsBuilder#onlyInSession}.
     *
     * @param lookup default knows nothing
     * @return this builder
     */
    public RiskGateBuilder session(SessionLookup lookup) {
        session = Objects.requireNonNull(lookup, "lookup");
        return this;
    }

    /**
     * What holds back opening orders when something is badly wrong. The gate asks it about each order, and tells it of
     * opening orders that {@link RiskGate#reserve} refused and of what {@link RiskGate#monitor} finds.
     *
     * @param newKillSwitch default is none
     * @return this builder
     */
    public RiskGateBuilder killSwitch(KillSwitch newKillSwitch) {
        killSwitch = Objects.requireNonNull(newKillSwitch, "newKillSwitch");
        return this;
    }

    /** {@return the gate, with an empty account: without cash and market data it approves nothing that opens risk} */
    public RiskGate build() {
        return new RiskGate(this);
    }
}
