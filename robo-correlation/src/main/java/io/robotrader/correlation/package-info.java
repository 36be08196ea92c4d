/** Rolling correlations. */
@NullMarked
package io.robotrader.correlation;

import org.jspecify.annotations.NullMarked;
