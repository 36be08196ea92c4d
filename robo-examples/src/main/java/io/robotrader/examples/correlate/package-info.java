/**
 * How alike do the prices in these files move? Open {@link io.robotrader.examples.correlate.Correlate} first: it reads
 * {@link io.robotrader.examples.correlate.PriceFiles prices}, makes
 * {@link io.robotrader.examples.correlate.Findings findings} of them, and tells those as text, JSON or a page.
 */
@NullMarked
package io.robotrader.examples.correlate;

import org.jspecify.annotations.NullMarked;
