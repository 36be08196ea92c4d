/** Properties that every risk rule must have, to run against your own: extend {@code RiskRuleContract}. */
package io.robotrader.risk.kit;
