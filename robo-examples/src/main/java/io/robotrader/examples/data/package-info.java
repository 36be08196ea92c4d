/**
 * What the examples are fed with. Open {@link io.robotrader.examples.data.SampleData} first: real market data, and NOTICE
 * says where the files come from. {@link io.robotrader.examples.data.SampleConfig} is settings for runs of many orders.
 */
@NullMarked
package io.robotrader.examples.data;

import org.jspecify.annotations.NullMarked;
