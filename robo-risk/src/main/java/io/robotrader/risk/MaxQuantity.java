package io.robotrader.risk;

import io.robotrader.risk.rule.Limit;
import java.util.Optional;

/**
 * The most shares of an order that the gate would approve. Immutable and thread-safe.
 *
 * @param quantity shares, zero or more: what only reduces, and above that whole lots
 * @param boundBy the limit that one lot more would not meet; empty if something other than a limit refuses, or nothing
 *     does up to the largest order that there can be
 */
public record MaxQuantity(long quantity, Optional<Limit> boundBy) {}
