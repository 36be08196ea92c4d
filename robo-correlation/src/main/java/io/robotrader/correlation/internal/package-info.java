/**
 * The arithmetic behind the tracker; not exported. {@link io.robotrader.correlation.internal.RollingCorrelation} is its
 * only door: a ring of returns, and sums over it for every pair, kept up to date row by row.
 */
@NullMarked
package io.robotrader.correlation.internal;

import org.jspecify.annotations.NullMarked;
