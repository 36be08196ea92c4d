/**
 * One HTML file about a run, readable without a network.
 *
 * <p>Open {@link io.robotrader.examples.report.HtmlReport} first: it writes a
 * {@link io.robotrader.examples.report.ReportPage}, which is a list of sections, each a list of
 * {@link io.robotrader.examples.report.Block blocks}: figures, an equity curve, correlations as table or heat map,
 * refusals, a table.
 * The blocks are plain values and know nothing of the engine.
 */
@NullMarked
package io.robotrader.examples.report;

import org.jspecify.annotations.NullMarked;
