/**
 * Limits, and the rules that watch them.
 *
 * <p>Open {@link io.robotrader.risk.rule.RiskRule} first: it measures one number about the account as it would be after the order; a
 * {@link io.robotrader.risk.rule.Limit} says what that number may be. The comparison is made in one place, so that a
 * number which is not known never passes and a number exactly at its limit is treated alike everywhere. Your own rule
 * is one lambda. {@link io.robotrader.risk.rule.RiskRules} has the built-in ones,
 * {@link io.robotrader.risk.rule.Violation} is what a refusal consists of.
 */
@NullMarked
package io.robotrader.risk.rule;

import org.jspecify.annotations.NullMarked;
