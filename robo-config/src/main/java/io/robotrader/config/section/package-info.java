/**
 * One record a section of the settings; open {@link io.robotrader.config.section.RiskConfig} first.
 *
 * <p>Each component carries its default and its bounds as annotations, and its name is its key in the file. The name of
 * its environment variable follows from the key: {@code risk.maxDailyLossPct} is {@code ROBO_RISK_MAX_DAILY_LOSS_PCT}.
 */
@NullMarked
package io.robotrader.config.section;

import org.jspecify.annotations.NullMarked;
