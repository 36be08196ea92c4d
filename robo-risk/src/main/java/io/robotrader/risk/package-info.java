/** Pre-trade risk. */
@NullMarked
package io.robotrader.risk;

import org.jspecify.annotations.NullMarked;
