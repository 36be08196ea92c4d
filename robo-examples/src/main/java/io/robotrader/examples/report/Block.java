package io.robotrader.examples.report;

/** One piece of a section; the report shows the blocks in the order in which they were given. */
public sealed interface Block permits Figures, EquityCurve, CorrelationMap, HeatMap, Refusals, Table {}
