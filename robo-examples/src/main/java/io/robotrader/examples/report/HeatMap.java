package io.robotrader.examples.report;

/**
 * The same correlations as a picture, which fits many symbols into a narrow window; a cell tells its number to who points
 * at it. Immutable.
 *
 * @param map what to draw; neighbours should be alike
 */
public record HeatMap(CorrelationMap map) implements Block {}
