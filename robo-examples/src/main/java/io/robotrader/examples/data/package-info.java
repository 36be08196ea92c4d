/**
 * Real market data for the examples. Open {@link io.robotrader.examples.data.SampleData} first; NOTICE says where the
 * files come from.
 */
@NullMarked
package io.robotrader.examples.data;

import org.jspecify.annotations.NullMarked;
